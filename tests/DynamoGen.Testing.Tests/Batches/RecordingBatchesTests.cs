using DynamoGen.Batches;
using DynamoGen.Transactions;

namespace DynamoGen.Testing.Tests.Batches;

[Repository<Order>]
public partial interface IOrderEntries
{
    BatchWrite PutEntry(Order order);

    BatchWrite DeleteEntry(string customerId, int orderId);

    ReadAction<Order> GetAction(string customerId, int orderId);
}

/// <summary>Code that writes batches of several tables is tested without a server.</summary>
public sealed class RecordingBatchesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly IOrderEntries _orders = OfflineRepository.Create<IOrderEntries>();
    private readonly RecordingBatches _batches = new();

    [Fact]
    public async Task What_a_batch_writes_can_be_read()
    {
        var order = new Order("ALFKI", 7, 12.5m);
        var told = new List<BatchProgress>();

        await _batches.Named("Import").WriteAsync([_orders.PutEntry(order), _orders.DeleteEntry("ALFKI", 8)], new Told(told), Cancellation);

        var written = Assert.Single(_batches.Batches);
        Assert.Equal(("Import", null), (written.Name, written.Failure));
        Assert.Empty(written.Reads);
        var (put, delete) = (written.Writes[0], written.Writes[1]);
        Assert.Equal(("IOrderEntries.PutEntry", "shop", ActionKind.Put), (put.AccessPattern, put.Table, put.Kind));
        Assert.Equal(order, put.ItemAs<Order, Order.Marshaller>());
        Assert.Equal(["CUSTOMER#ALFKI", put.Item!["sk"].S], [put.Key["pk"].S, put.Key["sk"].S]);
        Assert.Equal((ActionKind.Delete, "CUSTOMER#ALFKI"), (delete.Kind, delete.Key["pk"].S));
        Assert.Null(delete.Item);
        Assert.Throws<InvalidOperationException>(() => delete.ItemAs<Order, Order.Marshaller>());
        Assert.Equal("IOrderEntries.DeleteEntry (Delete)", delete.ToString());
        Assert.Equal(new BatchProgress(2, 2), told[^1]);
    }

    [Fact]
    public async Task Any_number_is_taken_from_a_sequence_that_is_waited_for()
    {
        await _batches.WriteAsync(
            AsyncEnumerable.Range(0, 60).Select(number => _orders.PutEntry(new Order("ALFKI", number, 1))), cancellationToken: Cancellation);

        Assert.Equal(("IBatches.Write", 60), (_batches.Batches[0].Name, _batches.Batches[0].Writes.Count));
    }

    [Fact]
    public async Task Reads_find_what_the_test_says()
    {
        var order = new Order("ALFKI", 7, 1);
        _batches.Finds(_orders.GetAction("ALFKI", 7), order);

        var found = await _batches.ReadAsync([_orders.GetAction("ALFKI", 8), _orders.GetAction("ALFKI", 7)], cancellationToken: Cancellation);

        Assert.Equal([null, order], found);
        Assert.Equal(("IBatches.Read", 2), (_batches.Batches[0].Name, _batches.Batches[0].Reads.Count));
    }

    [Fact]
    public async Task A_batch_fails_as_the_test_says_and_what_cannot_be_sent_is_not_recorded()
    {
        var write = _orders.PutEntry(new Order("ALFKI", 7, 1));
        var incomplete = new BatchIncompleteException("Import", [0], [write]);
        _batches.FailNext(incomplete);

        Assert.Same(incomplete, await Assert.ThrowsAsync<BatchIncompleteException>(() => _batches.WriteAsync([write], cancellationToken: Cancellation).AsTask()));
        await _batches.WriteAsync(incomplete.Entities<BatchWrite>(), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<BatchIncompleteException>(() => _batches.WriteAsync([null!], cancellationToken: Cancellation).AsTask());

        Assert.Equal([incomplete, null], _batches.Batches.Select(batch => batch.Failure));
        Assert.Same(write, RecordedWrite.Of(_batches.Batches[1].Writes[0].Write).Write);
    }

    private sealed class Told(List<BatchProgress> told) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => told.Add(value);
    }
}
