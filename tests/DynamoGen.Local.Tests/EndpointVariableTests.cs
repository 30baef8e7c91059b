namespace DynamoGen.Local.Tests;

public sealed class EndpointVariableTests
{
    [Fact]
    public async Task A_server_that_the_environment_names_is_used_and_nothing_is_started()
    {
        await using var server = await DynamoDbLocal.StartAsync(With("http://127.0.0.1:8123"));

        Assert.Equal(new Uri("http://127.0.0.1:8123"), server.Endpoint);
        Assert.Equal(DynamoDbLocalSource.Environment, server.Source);
        Assert.Null(server.ProcessId);
    }

    [Theory]
    [InlineData("127.0.0.1:8123")]
    [InlineData("file:///tmp")]
    [InlineData("not an address")]
    public async Task An_address_that_is_not_http_is_refused(string address)
    {
        var exception = await Assert.ThrowsAsync<DynamoDbLocalException>(() => DynamoDbLocal.StartAsync(With(address)));

        Assert.Contains(DynamoDbLocalOptions.EndpointVariable, exception.Message);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        DynamoDbLocalOptions[] wrong =
        [
            new() { Port = 0 },
            new() { Port = 65536 },
            new() { MaxHeapMebibytes = 63 },
            new() { StartTimeout = TimeSpan.Zero },
        ];

        foreach (var options in wrong)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => DynamoDbLocal.StartAsync(options));
        }
    }

    // Without a PATH nothing could be started.
    private static DynamoDbLocalOptions With(string endpoint) => new()
    {
        Environment = new ProcessEnvironment(new Dictionary<string, string?>
        {
            [DynamoDbLocalOptions.EndpointVariable] = endpoint,
            ["PATH"] = null,
        }),
    };
}
