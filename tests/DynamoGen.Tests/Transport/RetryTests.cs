using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Repositories;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Transport;

/// <summary>
/// How often the client that AddDynamoGen configures sends one request, by counting at the server; and that this is what the documentation says.
/// </summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalServerError")]
    public async Task The_documentation_says_how_often_one_request_is_sent(int status, string code)
    {
        var attempts = await CountAsync(status, code, static _ => { },
            static context => context.WriteAsync(BankPatterns.Put, new PutAccount(new Account("a", 1)), CancellationToken.None));

        var batch = new BatchOptions().MaxAttempts;
        Assert.Contains($"sends one request {attempts} times at most", ReadText("docs", "access-patterns.md"));
        Assert.Contains($"{batch} × {attempts} = {batch * attempts} attempts", ReadText("docs", "access-patterns.md"));
        Assert.Contains($"sends one request {attempts} times at most", ReadText("src", "DynamoGen", "Configuration", "DynamoGenOptions.cs"));
        Assert.Contains($"up to {attempts} attempts of each of them", ReadText("src", "DynamoGen", "Configuration", "BatchOptions.cs"));
        Assert.Contains($"after at most {batch * attempts} attempts in vain", ReadText("src", "DynamoGen", "Configuration", "BatchOptions.cs"));
    }

    [Fact]
    public async Task The_SDKs_attempts_multiply_with_those_of_a_batch()
    {
        var attempts = await CountAsync(400, "ThrottlingException", Configure, static context =>
            context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, [new Account("a", 1)], CancellationToken.None));

        Assert.Equal(3 * 2, attempts);

        static void Configure(DynamoGenOptions options)
        {
            options.Batches.MaxAttempts = 3;
            options.Batches.BaseDelay = TimeSpan.Zero;
            options.ConfigureClient = static config => config.MaxErrorRetry = 1;
        }
    }

    [Fact]
    public async Task What_is_not_throttling_ends_a_batch_after_the_SDKs_attempts()
    {
        var attempts = await CountAsync(500, "InternalServerError",
            static options => options.ConfigureClient = static config => config.MaxErrorRetry = 1, static context =>
            context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, [new Account("a", 1)], CancellationToken.None));

        Assert.Equal(2, attempts);
    }

    [Fact]
    public void The_client_retries_in_the_SDKs_standard_mode_unless_it_is_told_otherwise()
    {
        using var services = Services("http://127.0.0.1:1", static _ => { });

        var config = services.GetRequiredService<IAmazonDynamoDB>().Config;

        Assert.Equal((RequestRetryMode.Standard, false, true), (config.RetryMode, config.IsMaxErrorRetrySet, config.ThrottleRetries));
    }

    private static async Task<int> CountAsync(int status, string code, Action<DynamoGenOptions> configure, Func<RepositoryContext, ValueTask> send)
    {
        await using var server = new CannedServer([.. Enumerable.Repeat(CannedResponse.Error(status, code), 20)]);
        await using var services = Services(server.Url, configure);

        await Assert.ThrowsAnyAsync<Exception>(async () => await send(services.GetRequiredService<RepositoryContext>()));

        return server.Requests.Count;
    }

    private static ServiceProvider Services(string url, Action<DynamoGenOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = url;
            options.Credentials = _ => new BasicAWSCredentials("access", "secret");
            configure(options);
        });
        return services.BuildServiceProvider();
    }

    /// <summary>A text without its line breaks and the marks of comments.</summary>
    private static string ReadText(params string[] path) =>
        string.Join(' ', File.ReadLines(Repository.Folder(path)).Select(line => line.Trim().TrimStart('/').Trim()));
}
