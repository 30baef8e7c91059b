using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

/// <summary>Error responses that do not arrive whole, which the SDK's own client waits for.</summary>
public abstract class StalledErrorTests : ErrorResponseTests
{
    [Fact]
    public async Task Retries_an_error_whose_body_stalls()
    {
        await using var server = new CannedServer(CannedResponse.StalledError(), CannedResponse.Ok("{}"));
        var transport = Connect(server, config => config.Timeout = TimeSpan.FromSeconds(1));

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));
    }

    [Fact]
    public async Task Ends_by_cancellation_while_an_error_is_still_coming()
    {
        await using var server = new CannedServer(CannedResponse.StalledError());
        var transport = Connect(server);
        using var cancellation = new CancellationTokenSource();

        var call = SendAsync(transport, cancellationToken: cancellation.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
