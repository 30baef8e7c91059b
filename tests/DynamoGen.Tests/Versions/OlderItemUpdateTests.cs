using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Versions;

/// <summary>Both directions of a rolling deployment: an update meets an item of an older version, or of a newer one.</summary>
public sealed class OlderItemUpdateTests(LocalServer server) : IAsyncLifetime
{
    private static readonly OldCounter Old = new("c") { Count = 5, Note = "note", Unit = "none", Cents = "250", Reads = 1 };

    private ServiceProvider? _services;

    private ICounters Current => _services!.GetRequiredService<ICounters>();

    private IOldCounters Older => _services!.GetRequiredService<IOldCounters>();

    private ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Counters>(builder => builder
            .AddRepository<ICounters>().AddRepository<IOldCounters>().AddRepository<IGauges>().AddRepository<IOldGauges>());
        await Older.Put(Old);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task An_update_brings_an_older_item_up_to_date()
    {
        await Current.UpdateCount("c");

        Assert.Equal(new Counter("c") { Count = 6, Note = "note", Amount = 2.5m, Reads = 1 }, await Current.Get("c"));
        Assert.Equal(["Amount", "Count", "Id", "Note", "Reads", "_t", "_v", "pk", "sk"], (await StoredAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Updates_of_every_result_bring_it_up_to_date()
    {
        Assert.True(await Current.UpdateCountIfThere("c"));
        await Older.Put(Old);
        Assert.Equal((6, 2.5m), await Current.UpdateAndGet("c") is var after ? (after.Count, after.Amount) : default);
        await Older.Put(Old);
        Assert.Equal((5, 2.5m), await Current.UpdateAndGetOld("c") is { } before ? (before.Count, before.Amount) : default);
        Assert.Equal(7, (await Current.UpdateAndGet("c")).Count);
    }

    [Fact]
    public async Task Index_keys_of_the_older_item_follow()
    {
        await Older.Put(Old with { Unit = "litre" });
        await Current.UpdateCount("c");

        Assert.Equal("c", (await Current.OfUnit("litre").SingleAsync()).Id);
        await Older.Put(Old);
        Assert.Single(await StoredIndexAsync());
        await Current.UpdateCount("c");
        Assert.Empty(await StoredIndexAsync());
    }

    [Fact]
    public async Task What_the_entity_does_not_know_stays()
    {
        using var client = Client();
        await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = TableName,
            Key = Key,
            UpdateExpression = "SET Foreign1 = :x",
            ExpressionAttributeValues = new() { [":x"] = new AttributeValue("kept") },
        });

        await Current.UpdateCount("c");

        Assert.Equal("kept", (await StoredAsync())["Foreign1"].S);
    }

    [Fact]
    public async Task A_condition_is_judged_on_the_item_as_it_is_now()
    {
        Assert.False(await Current.UpdateAbove("c", 5));
        Assert.True(await Current.UpdateAbove("c", 4));
        Assert.False(await Current.UpdateCountIfThere("nothing"));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Current.UpdateCount("nothing"));
    }

    [Fact]
    public async Task Nothing_that_an_older_writer_does_in_between_is_lost()
    {
        var left = 2;
        var interloper = new Interloper(Transport, async () =>
        {
            if (left-- > 0)
            {
                await Older.UpdateReads("c");
            }
        });

        await Create<ICounters>(interloper).UpdateCount("c");

        Assert.Equal(3, interloper.Upgrades);
        Assert.Equal(new Counter("c") { Count = 6, Note = "note", Amount = 2.5m, Reads = 3 }, await Current.Get("c"));
    }

    [Fact]
    public async Task What_an_older_writer_adds_in_between_is_not_lost()
    {
        // Neither the older item nor the current one has an amount, and the version stays as it is.
        await Older.Put(Old with { Cents = null });
        var left = 1;
        var interloper = new Interloper(Transport, async () =>
        {
            if (left-- > 0)
            {
                using var client = Client();
                await client.UpdateItemAsync(new UpdateItemRequest
                {
                    TableName = TableName,
                    Key = Key,
                    UpdateExpression = "SET Cents = :cents",
                    ExpressionAttributeValues = new() { [":cents"] = new AttributeValue("250") },
                });
            }
        });

        await Create<ICounters>(interloper).UpdateCount("c");

        Assert.Equal(2, interloper.Upgrades);
        Assert.Equal(new Counter("c") { Count = 6, Note = "note", Amount = 2.5m, Reads = 1 }, await Current.Get("c"));
    }

    [Fact]
    public async Task An_update_gives_up_with_a_reason_where_older_writers_never_rest()
    {
        var interloper = new Interloper(Transport, async () => await Older.UpdateReads("c"));

        var outdated = await Assert.ThrowsAsync<OutdatedItemException>(async () => await Create<ICounters>(interloper).UpdateCountIfThere("c"));

        Assert.Equal((3, 1, 2, "ICounters.UpdateCountIfThere"), (interloper.Upgrades, outdated.Found, outdated.Current, outdated.AccessPattern));
        Assert.Equal("1", (await StoredAsync())["_v"].N);
    }

    [Fact]
    public async Task Of_writers_of_both_versions_each_count_is_there_that_was_not_refused()
    {
        var refused = 0;
        await Parallel.ForAsync(0, 60, async (number, _) =>
        {
            if (number % 3 == 0)
            {
                // An older deployment counts until the item has become newer than it knows.
                try
                {
                    Assert.True(await Older.UpdateReadsIfThere("c"));
                }
                catch (UnknownVersionException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
            else
            {
                await Current.UpdateCount("c");
            }
        });

        var counter = (await Current.Get("c"))!;
        Assert.Equal((45, Old.Reads + 20 - refused), (counter.Count, counter.Reads));
    }

    [Fact]
    public async Task An_action_of_a_transaction_says_that_the_item_is_older()
    {
        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await Transactions.WriteAsync([Current.UpdateAction("c")]));

        Assert.Equal(TransactionFailureReason.OutdatedItem, Assert.Single(failed.Failures).Reason);
    }

    [Fact]
    public async Task An_older_deployment_is_told_that_the_item_is_newer()
    {
        await _services!.GetRequiredService<IGauges>().Put(new Gauge("g") { Level = 4 });
        var older = _services!.GetRequiredService<IOldGauges>();

        var unknown = await Assert.ThrowsAsync<UnknownVersionException>(async () => await older.UpdateLevel("g"));
        Assert.Equal((3, 2, "Gauge"), (unknown.Found, unknown.Newest, unknown.Entity));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await older.UpdateAndGet("g"));
        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await Transactions.WriteAsync([older.UpdateAction("g")]));
        Assert.Equal(TransactionFailureReason.UnknownVersion, Assert.Single(failed.Failures).Reason);
    }

    private ITransport Transport => _services!.GetRequiredService<ITransport>();

    private string TableName => _services!.GetRequiredService<RepositoryContext>().TableName(SchemaOf<Counters>());

    private static Dictionary<string, AttributeValue> Key => new() { ["pk"] = new AttributeValue("COUNTER#c"), ["sk"] = new AttributeValue("COUNTER") };

    private static Schema.TableSchema SchemaOf<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;

    private TRepository Create<TRepository>(ITransport transport)
        where TRepository : class, IRepository<TRepository> =>
        TRepository.Create(new RepositoryContext(transport, new DynamoGenTelemetry(), _services!.GetRequiredService<IOptions<DynamoGenOptions>>().Value));

    private AmazonDynamoDBClient Client() =>
        new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });

    private async Task<Dictionary<string, AttributeValue>> StoredAsync()
    {
        using var client = Client();
        return (await client.GetItemAsync(TableName, Key, consistentRead: true)).Item;
    }

    private async Task<List<Dictionary<string, AttributeValue>>> StoredIndexAsync()
    {
        using var client = Client();
        return (await client.ScanAsync(new ScanRequest { TableName = TableName, IndexName = "byUnit" })).Items ?? [];
    }
}
