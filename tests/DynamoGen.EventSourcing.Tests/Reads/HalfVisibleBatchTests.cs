using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing.Tests.Reads;

/// <summary>On AWS a Query may find a part of a transaction that is being committed; DynamoDB Local never shows it, so that a repository hides events here.</summary>
public sealed class HalfVisibleBatchTests(EventServer server) : EventStoreTest(server)
{
    [Theory]
    [InlineData(4), InlineData(5), InlineData(6), InlineData(1)]
    public async Task A_reader_never_sees_half_a_batch(long hidden)
    {
        await Store().AppendAsync("a", ExpectedVersion.NoStream, Many(3));
        await Store().AppendAsync("a", ExpectedVersion.Any, Many(3));
        var store = new HidingStore(new Hiding(Events, hidden), Marks, Transactions);

        Assert.Equal([1, 2, 3, 4, 5, 6], await store.ReadAsync("a").Select(static stored => stored.Version).ToListAsync());
        Assert.Equal([6, 5, 4, 3, 2, 1], await store.ReadBackwardAsync("a").Select(static stored => stored.Version).ToListAsync());
        Assert.Equal(6, await store.GetVersionAsync("a"));
        Assert.Equal(7, (await store.AppendAsync("a", ExpectedVersion.Any, Many(1))).FirstVersion);
    }

    [Fact]
    public async Task A_deleted_event_is_an_error_and_no_gap()
    {
        await Store().AppendAsync("a", ExpectedVersion.NoStream, Many(3));
        var store = new HidingStore(new Hiding(Events, 2, forEver: true), Marks, Transactions);

        var missing = await Assert.ThrowsAsync<MissingEventException>(async () => await store.LoadAsync("a", 0, static (count, _) => count + 1));

        Assert.Equal(("a", 2), (missing.StreamId, missing.Version));
    }

    private sealed class HidingStore(IEventRepository<StoredOrderEvent> events, IOrderMarks marks, ITransactions transactions)
        : EventStore<StoredOrderEvent, OrderEvent, OrderMark>(events, marks, transactions);

    /// <summary>Leaves one event out of every second read.</summary>
    private sealed class Hiding(IOrderEvents events, long hidden, bool forEver = false) : IEventRepository<StoredOrderEvent>
    {
        private int _reads;

        public IAsyncEnumerable<StoredOrderEvent> Read(string streamId, long? from = null, long? to = null, int? limit = null) =>
            Hide(events.Read(streamId, from, to), limit);

        public IAsyncEnumerable<StoredOrderEvent> ReadBackward(string streamId, long? from = null, long? to = null, int? limit = null) =>
            Hide(events.ReadBackward(streamId, from, to), limit);

        public ValueTask Create(StoredOrderEvent stored, CancellationToken cancellationToken = default) => events.Create(stored, cancellationToken);

        public WriteAction CreateAction(StoredOrderEvent stored) => events.CreateAction(stored);

        public ReadAction<StoredOrderEvent> GetAction(string streamId, long version) => events.GetAction(streamId, version);

        private IAsyncEnumerable<StoredOrderEvent> Hide(IAsyncEnumerable<StoredOrderEvent> read, int? limit)
        {
            var isHidden = _reads++ % 2 == 0 || forEver;
            return read.Where(stored => !isHidden || stored.Version != hidden).Take(limit ?? int.MaxValue);
        }
    }
}
