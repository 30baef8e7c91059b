using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Interception;

/// <summary>What interceptors learn of calls to the real server, by each transport.</summary>
public sealed class InterceptedCallTests(LocalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<TransportKind> Transports => [TransportKind.Direct, TransportKind.Sdk];

    private async Task<(ServiceProvider Services, RecordingInterceptor Interceptor)> StartAsync(TransportKind transport)
    {
        var services = await server.CreateAsync<Shop>(
            builder => builder.AddRepository<IOrders>().AddRepository<ICustomers>().AddInterceptor<RecordingInterceptor>(), transport: transport);
        return (services, services.GetRequiredService<RecordingInterceptor>());
    }

    private static Order NewOrder(int id) => new() { CustomerId = "secret", OrderId = id, OrderedAt = DateTimeOffset.UnixEpoch, City = "Hamburg" };

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Learn_of_a_write_and_of_a_read(TransportKind transport)
    {
        var (services, interceptor) = await StartAsync(transport);
        await using var _ = services;

        await services.GetRequiredService<ICustomers>().Put(new Customer("secret", "Ada"));
        await services.GetRequiredService<ICustomers>().Get("secret");

        Assert.Equal(["before", "after", "before", "after"], interceptor.Told);
        var table = services.GetRequiredService<DynamoGenOptions>().TableName(ICustomersTable);
        Assert.Equal(
            [("ICustomers.Put", DynamoOperation.PutItem, table, 1.0), ("ICustomers.Get", DynamoOperation.GetItem, table, 0.5)],
            interceptor.After.Select(request => (request.AccessPattern, request.Operation, request.TableName, request.ConsumedCapacityUnits!.Value)));
        Assert.All(interceptor.After, request =>
        {
            Assert.Equal(1, request.Attempts);
            Assert.False(string.IsNullOrEmpty(request.RequestId));
            Assert.True(request.Duration > TimeSpan.Zero);
            Assert.Null(request.Exception);
        });
        Assert.All(interceptor.Before, request => Assert.Equal((0, null, null), (request.Attempts, request.RequestId, request.ConsumedCapacityUnits)));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Learn_of_the_index_of_a_query_and_of_each_page_of_a_scan(TransportKind transport)
    {
        var (services, interceptor) = await StartAsync(transport);
        await using var _ = services;
        var orders = services.GetRequiredService<IOrders>();
        await orders.Put(NewOrder(1));
        interceptor.Clear();

        await orders.AnyInCity("Hamburg");
        await orders.ScanAll(segments: 3, Cancellation).ToArrayAsync(Cancellation);

        Assert.Equal(["gsi2", null, null, null], interceptor.After.Select(request => request.IndexName));
        Assert.Equal(
            [DynamoOperation.Query, DynamoOperation.Scan, DynamoOperation.Scan, DynamoOperation.Scan], interceptor.After.Select(request => request.Operation));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Learn_of_each_request_of_a_batch_and_of_transactions(TransportKind transport)
    {
        var (services, interceptor) = await StartAsync(transport);
        await using var _ = services;
        var orders = services.GetRequiredService<IOrders>();
        var patterns = PatternsOf<IOrders>();

        await orders.PutMany(Enumerable.Range(1, 26).Select(NewOrder), Cancellation);
        var transactions = services.GetRequiredService<ITransactions>();
        await transactions.Named("Checkout").WriteAsync(
            [new WriteAction<PutAccount>(patterns["Put"], services.GetRequiredService<DynamoGenOptions>().TableName(patterns["Put"].Table), new(new("a", 1)))],
            cancellationToken: Cancellation);

        Assert.Equal(
            [
                ("IOrders.PutMany", DynamoOperation.BatchWriteItem),
                ("IOrders.PutMany", DynamoOperation.BatchWriteItem),
                ("Checkout", DynamoOperation.TransactWriteItems),
            ],
            interceptor.After.Select(request => (request.AccessPattern, request.Operation)));
        Assert.All(interceptor.After, request => Assert.True(request.ConsumedCapacityUnits >= 2));
    }

    private static TableSchema ICustomersTable => PatternsOf<ICustomers>()["Get"].Table;

    private static Dictionary<string, AccessPattern> PatternsOf<TRepository>()
        where TRepository : class, DynamoGen.Repositories.IRepository<TRepository> =>
        TRepository.Patterns.ToDictionary(pattern => pattern.Name.Split('.')[1]);
}
