using System.Globalization;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Cursors;
using DynamoGen.Tests.Projections;

namespace DynamoGen.Tests.Repositories;

/// <summary>A token that is cancelled in the middle of a page ends the sequence there, and not in silence.</summary>
public sealed class CancelledReadTests
{
    private const int Taken = 3;

    private static readonly Dictionary<string, Func<RepositoryContext, IAsyncEnumerable<Order>>> Reads = new()
    {
        ["query"] = static context => Create<IOrders>(context).OfCustomer("c"),
        ["limited query"] = static context => Create<IOrders>(context).OfCustomer("c", limit: 10),
        ["shards"] = static context => Create<IOrders>(context).WithStatus(Status.Open),
        ["scan"] = static context => Create<IOrders>(context).ScanAll(1),
        ["scan of segments"] = static context => Create<IOrders>(context).ScanAll(4),
        ["batch"] = static context => Create<IOrders>(context).GetMany(Enumerable.Range(0, 10).Select(static i => new Order.PrimaryKey("c", default, i))),
    };

    public static TheoryData<string> Names => [.. Reads.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_item_comes_after_the_cancellation(string read)
    {
        using var cancellation = new CancellationTokenSource();
        using var spans = new Spans("IOrders.");
        var items = string.Join(',', Enumerable.Range(0, 10).Select(Item));
        var transport = new ScriptedTransport(request => request.Contains("RequestItems", StringComparison.Ordinal)
            ? $$$"""{"Responses":{"shop":[{{{items}}}]}}"""
            : $$"""{"Items":[{{items}}]}""");
        var context = new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions());
        var taken = new List<Order>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var order in Reads[read](context).WithCancellation(cancellation.Token))
            {
                taken.Add(order);
                if (taken.Count == Taken)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(Taken, taken.Count);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("collection")]
    public async Task No_page_is_asked_for_after_the_cancellation(string read)
    {
        using var cancellation = new CancellationTokenSource();
        var pages = 0;
        var transport = new ScriptedTransport(_ =>
        {
            cancellation.Cancel();
            return $$$$"""{"Items":[],"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"{{{{pages++}}}}"}}}""";
        });
        var orders = Create<IOrders>(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            _ = read == "list"
                ? (object)await orders.Latest("c", 10, cancellation.Token)
                : await orders.WithCustomer("c", cancellation.Token);
        });

        Assert.Single(transport.Requests);
    }

    private static string Item(int number) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"pk":{"S":"CUSTOMER#c"},"sk":{"S":"{{{number}}}"},"gsi1pk":{"S":"x"},"gsi1sk":{"S":"{{{number}}}"},"_t":{"S":"Order"},
         "CustomerId":{"S":"c"},"OrderId":{"N":"{{{number}}}"},"OrderedAt":{"S":"2012-07-04T00:00:00.0000000Z"}}
        """);

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}

/// <summary>The same where the items of an index's keys are read.</summary>
public sealed class CancelledHydrationTests(LocalServer server) : LibraryTest(server)
{
    [Fact]
    public async Task No_item_comes_after_the_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        await Books.PutMany(Enumerable.Range(0, 10).Select(i => NewBook(i)));
        var taken = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Books.By("Woolf").WithCancellation(cancellation.Token))
            {
                if (++taken == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(3, taken);
    }
}
