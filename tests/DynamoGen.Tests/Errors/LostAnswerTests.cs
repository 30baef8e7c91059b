using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Errors;

/// <summary>What the SDK's own retries do to a write that the server had applied.</summary>
public sealed class LostAnswerTests(LocalServer server) : BankTest(server)
{
    private readonly LocalServer _server = server;
    private readonly LostAnswers _lost = new();

    [Fact]
    public async Task A_transaction_that_the_SDK_retries_is_applied_once()
    {
        await PutAsync(new Account("ann", 100));
        using var transport = Connect();
        var transactions = new TransactionSender(transport, new DynamoGenTelemetry(), TimeProvider.System);

        await transactions.WriteAsync([Context.Action(BankPatterns.Add, new AddToAccount("ann", 5))]);
        await transactions.WriteAsync([Context.Action(BankPatterns.Create, new CreateAccount(new Account("new", 1)))]);

        Assert.Equal((105, 1), ((await GetAsync("ann"))?.Balance, (await GetAsync("new"))?.Balance));
        Assert.Equal(2, _lost.Count);
    }

    [Fact]
    public async Task Batches_that_the_SDK_retries_lose_and_double_nothing()
    {
        Account[] accounts = [.. Enumerable.Range(0, 60).Select(number => new Account($"{number}", number))];
        using var transport = Connect();
        var context = new RepositoryContext(transport, new DynamoGenTelemetry(), Options);

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        var found = await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
            BankPatterns.GetMany, accounts.Select(account => new AccountKey(account.Id)), consistentRead: true).ToListAsync();

        Assert.Equal(accounts, found.OrderBy(account => account.Balance));
        Assert.Equal(4, _lost.Count);
    }

    private SdkTransport Connect() => new(
        new AmazonDynamoDBConfig
        {
            ServiceURL = _server.Endpoint,
            AuthenticationRegion = "us-east-1",
            HttpClientFactory = _lost,
            RetryMode = RequestRetryMode.Standard,
        },
        new BasicAWSCredentials("local", "local"));
}
