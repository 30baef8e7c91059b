using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoGen.Streams.Reconciliation;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>An index that has come to say something else than the table is found out and repaired by the versions of the sink.</summary>
public sealed class IndexReconciliationTests : SinkTest
{
    [Fact]
    public async Task Each_kind_of_drift_is_found_and_repaired()
    {
        await FillAsync(400);
        Drop("1");
        Overwrite("2", "wrong");
        Superfluous("gone");
        await DeliverAsync(Sink(), Table.PutOrder("3", "hidden"));
        Overwrite("3", "should not be there");

        var drifts = new List<Drift>();
        var report = await RunAsync(new ReconciliationOptions { OnDrift = drifts.Add });

        Assert.Equal((1, 1, 2, 0, 4), (report.Missing, report.Different, report.Superfluous, report.Ahead, report.Repaired));
        Assert.All(drifts, drift => Assert.True(drift.IsRepaired));
        AssertSame();
        Assert.Equal(0, (await RunAsync(new ReconciliationOptions())).Drifted);
    }

    [Fact]
    public async Task What_is_only_reported_stays()
    {
        await FillAsync(5);
        Overwrite("2", "wrong");

        var report = await RunAsync(new ReconciliationOptions { Repairs = false });

        Assert.Equal((1, 0), (report.Different, report.Repaired));
        Assert.False(IsSame());
    }

    [Fact]
    public async Task A_document_that_is_newer_than_its_item_is_left_alone_and_told()
    {
        await FillAsync(5);
        Index.Apply(ChangingTable.IdOf("2"), JsonNode.Parse("""{"id":"2","status":"future"}"""), long.MaxValue - 1, "external");

        var report = await RunAsync(new ReconciliationOptions());

        Assert.Equal((1, 0), (report.Ahead, report.Repaired));
        Assert.Contains("future", Server.Indices.Documents(ChangingTable.OrderIndex)[ChangingTable.IdOf("2")], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_the_same_in_each_run()
    {
        await FillAsync(300);
        var options = new ReconciliationOptions { Share = 0.2, Repairs = false };

        var first = await RunAsync(options);

        Assert.InRange(first.Compared, 30, 90);
        Assert.Equal(first, await RunAsync(options));
        Assert.Equal(300, await CountAsync(options with { Share = 1 }));
        Assert.Equal(0, await CountAsync(options with { Share = 0 }));
    }

    [Fact]
    public async Task Changes_that_are_on_their_way_are_no_drift_and_none_is_undone()
    {
        await FillAsync(50);
        Overwrite("1", "wrong");
        var sink = Sink();
        var late = new Queue<StreamRecord>();
        var random = new Random(1);

        // Writers change the table between any two steps of the comparison, and the sink follows after the comparison has waited.
        Task WriteAsync()
        {
            Time.Advance(TimeSpan.FromMicroseconds(7));
            var id = $"{random.Next(40, 60)}";
            late.Enqueue(random.Next(3) == 0 && Table.Find(id) is not null ? Table.Delete(id) : Table.PutOrder(id, $"s{late.Count}"));
            return late.Count > 4 ? DeliverAsync(sink, late.Dequeue()) : Task.CompletedTask;
        }

        var drifts = new List<Drift>();
        await RunAsync(new ReconciliationOptions { OnDrift = drifts.Add }, WriteAsync);
        while (late.TryDequeue(out var record))
        {
            await DeliverAsync(sink, record);
        }

        Assert.Contains(new Drift(ChangingTable.IdOf("1"), DriftKind.Different, IsRepaired: true), drifts);
        AssertSame();
    }

    [Fact]
    public async Task A_repair_that_a_deletion_overtakes_is_undone_where_the_index_has_forgotten()
    {
        await FillAsync(3);
        Drop("1");
        var reads = 0;

        // The item goes right after the comparison has read it anew, and the index does not remember it.
        Task DeleteAsync()
        {
            if (++reads == 1 + Table.Items.Count)
            {
                Table.Delete("1");
            }

            return Task.CompletedTask;
        }

        await RunAsync(new ReconciliationOptions(), DeleteAsync, after: true);

        AssertSame();
    }

    private FakeIndex Index => Server.Indices.Find(ChangingTable.OrderIndex)!;

    private async Task FillAsync(int count) => await DeliverAsync(Sink(), [.. Enumerable.Range(0, count).Select(id => Table.PutOrder($"{id}", "open"))]);

    private void Overwrite(string id, string status)
    {
        var order = (Order)Table.Find(id)!;
        var version = DocumentVersion.Of(order.CreatedAt, order.Count).Value;
        Index.Apply(ChangingTable.IdOf(id), JsonNode.Parse($$"""{"id":"{{id}}","status":"{{status}}","kind":"order"}"""), version, "external_gte");
    }

    private void Superfluous(string id) => Index.Apply(
        ChangingTable.IdOf(id), JsonNode.Parse($$"""{"id":"{{id}}","status":"open","kind":"order"}"""), 5, "external");

    private void Drop(string id) => Index.Forget(ChangingTable.IdOf(id));

    private async Task<long> CountAsync(ReconciliationOptions options) => (await RunAsync(options)).Compared;

    private Task<ReconciliationReport> RunAsync(ReconciliationOptions options, Func<Task>? meanwhile = null, bool after = false)
    {
        var store = new ElasticsearchDerivedStore(Server.Client, ChangingTable.OrderIndex);
        var source = new ReconciliationSource<Order, JsonElement>(
            _ => ScanAsync(meanwhile),
            (document, _) => ReadAsync(document.GetProperty("id").GetString()!, meanwhile, after),
            order => store.EntryOf(ChangingTable.IdOf(order.Id), ChangingTable.Document(order)));
        return new Reconciler<JsonElement>(source, store, ElasticsearchDerivedStore.Comparer, options with { Settle = TimeSpan.Zero }).RunAsync();
    }

    private async IAsyncEnumerable<Order> ScanAsync(Func<Task>? meanwhile)
    {
        foreach (var order in Table.Items.OfType<Order>().ToArray())
        {
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            yield return order;
        }
    }

    private async ValueTask<Order?> ReadAsync(string id, Func<Task>? meanwhile, bool after)
    {
        var before = Table.Find(id) as Order;
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        return after ? before : Table.Find(id) as Order;
    }
}
