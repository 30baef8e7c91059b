using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

/// <summary>How much of an answer is read comes from what was asked for.</summary>
public sealed class ResponseLimitTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Dictionary<string, (int Least, int Most, Func<RepositoryContext, SdkTransport, Task> Call)> Calls = new()
    {
        ["put one"] = (0, Megabyte / 2, static (context, _) =>
            context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, [new("a", 1)], CancellationToken.None).AsTask()),
        ["delete one"] = (0, Megabyte / 2, static (context, _) => context.DeleteManyAsync(BankPatterns.DeleteMany, [new AccountKey("a")], CancellationToken.None).AsTask()),
        ["get one"] = (6 * Megabyte, 8 * Megabyte, static async (context, _) =>
            await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, [new("a")], consistentRead: false).CountAsync()),
        ["get two"] = (13 * Megabyte, 15 * Megabyte, static async (context, _) =>
            await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, [new("a"), new("b")], consistentRead: false).CountAsync()),
        ["item"] = (6 * Megabyte, 8 * Megabyte, static async (context, _) =>
            await context.GetItemAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a"), false, CancellationToken.None)),
        ["put"] = (0, 8 * Megabyte, static (context, _) =>
            context.WriteAsync(BankPatterns.Put, new PutAccount(new Account("a", 1)), CancellationToken.None).AsTask()),
        ["try"] = (0, Megabyte / 2, static async (context, _) =>
            await context.TryWriteAsync(BankPatterns.Create, new CreateAccount(new Account("a", 1)), CancellationToken.None)),
        ["transaction of one write"] = (6 * Megabyte, 8 * Megabyte, static (context, transport) =>
            new TransactionSender(transport, new DynamoGenTelemetry(), TimeProvider.System)
                .WriteAsync([context.Action(BankPatterns.Create, new CreateAccount(new Account("a", 1)))]).AsTask()),
        ["first"] = (6 * Megabyte, 8 * Megabyte, static async (context, _) => await Create<IOrders>(context).AnyInCity("Bergen")),
        ["list of two"] = (13 * Megabyte, 15 * Megabyte, static async (context, _) => await Create<IOrders>(context).Latest("c", 2)),
        ["all"] = (17 * Megabyte, 17 * Megabyte, static async (context, _) => await Create<IOrders>(context).OfCustomer("c").CountAsync()),
        ["scan"] = (17 * Megabyte, 17 * Megabyte, static async (context, _) => await Create<IOrders>(context).ScanAll(1).CountAsync()),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_that_is_larger_than_what_was_asked_for_is_not_read(string name)
    {
        var (least, most, call) = Calls[name];
        await using var server = new CannedServer(CannedResponse.Declaring(int.MaxValue));
        using var transport = CannedTransport.Connect(server);

        var thrown = await Assert.ThrowsAnyAsync<DynamoGenException>(
            () => call(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()), transport));

        var refused = Assert.IsType<ResponseTooLargeException>(thrown as ResponseTooLargeException ?? thrown.InnerException);
        Assert.InRange(refused.Limit, least, most);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_without_an_end_is_given_up_in_bounded_memory(string name)
    {
        var (_, most, call) = Calls[name];
        using var arrays = new RentedArrays(64 * Megabyte);
        await using var server = new CannedServer(CannedResponse.Chunked(new byte[most + 1], chunk: 1 << 20));
        using var transport = CannedTransport.Connect(server);

        await Assert.ThrowsAnyAsync<DynamoGenException>(
            () => call(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()), transport));

        Assert.Equal(0, arrays.Rented);
    }

    [Theory]
    [InlineData(DynamoOperation.BatchWriteItem, 25, 10_000_000, 160 * 1_000_000)]
    [InlineData(DynamoOperation.BatchWriteItem, 25, 20_000_000, 16 * 17 * Megabyte)]
    [InlineData(DynamoOperation.BatchGetItem, 100, 10_000, 16 * 17 * Megabyte)]
    [InlineData(DynamoOperation.TransactGetItems, 100, 10_000, 4 * 17 * Megabyte)]
    [InlineData(DynamoOperation.Query, int.MaxValue, 1_000, 17 * Megabyte)]
    public void A_large_request_has_no_smaller_limit_than_its_operation_needs(DynamoOperation operation, int items, int requestBytes, int least) =>
        Assert.InRange(ResponseLimit.Of(operation, items, requestBytes), least, 16 * 17 * Megabyte);

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}
