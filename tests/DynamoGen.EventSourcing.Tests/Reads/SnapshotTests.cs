using System.Text;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.EventSourcing.Tests.Reads;

public sealed class SnapshotTests(EventServer server) : EventStoreTest(server)
{
    private static readonly OrderState None = new(0, 0);

    [Fact]
    public async Task Events_fold_into_a_state_that_the_next_append_expects()
    {
        var store = Store();
        Assert.Equal(new LoadedState<OrderState>(None, 0), await store.LoadAsync("a", None, Fold));
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(4));

        var loaded = await store.LoadAsync("a", None, Fold);

        Assert.Equal(new LoadedState<OrderState>(new OrderState(10, 4), 4), loaded);
        Assert.Equal(5, (await store.AppendAsync("a", loaded.Expected, Many(1))).LastVersion);
    }

    [Fact]
    public async Task A_snapshot_is_written_every_n_events_and_read_from_then_on()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(4));
        Assert.Equal(new OrderState(10, 4), (await LoadAsync(store, every: 5)).State);
        Assert.Null(await Snapshots.Get("a"));

        await store.AppendAsync("a", ExpectedVersion.Any, Many(1));
        await LoadAsync(store, every: 5);
        Assert.Equal((5, new OrderState(11, 5)), ((await Snapshots.Get("a"))!.Version, (await Snapshots.Get("a"))!.State));

        await store.AppendAsync("a", ExpectedVersion.Any, Many(1));
        var folded = 0;
        var loaded = await store.LoadAsync("a", Snapshots, None, (state, happened) => Fold(Count(state), happened), snapshotEvery: 5);
        Assert.Equal((new OrderState(12, 6), 6, 1), (loaded.State, loaded.Version, folded));

        OrderState Count(OrderState state)
        {
            folded++;
            return state;
        }
    }

    [Fact]
    public async Task An_older_snapshot_never_replaces_a_newer_one()
    {
        Assert.True(await Snapshots.Put(new OrderSnapshot { StreamId = "a", Version = 9, State = None }, 9));
        Assert.False(await Snapshots.Put(new OrderSnapshot { StreamId = "a", Version = 8, State = None }, 8));
        Assert.False(await Snapshots.Put(new OrderSnapshot { StreamId = "a", Version = 9, State = None }, 9));
        Assert.True(await Snapshots.Put(new OrderSnapshot { StreamId = "a", Version = 10, State = None }, 10));
    }

    [Fact]
    public async Task A_snapshot_of_an_older_schema_is_upcast()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(4));
        await PutAsync("""{"_t":{"S":"OrderSnapshot"},"_v":{"N":"1"},"StreamId":{"S":"a"},"Version":{"N":"3"},"State":{"N":"100"}""");

        Assert.Equal(new LoadedState<OrderState>(new OrderState(104, 2), 4), await LoadAsync(store, every: 100));
        await LoadAsync(store, every: 1);
        Assert.Equal(new OrderState(104, 2), (await Snapshots.Get("a"))!.State);
    }

    [Fact]
    public async Task A_snapshot_of_a_newer_schema_is_left_alone()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(4));
        await PutAsync("""{"_t":{"S":"OrderSnapshot"},"_v":{"N":"3"},"StreamId":{"S":"a"},"Version":{"N":"3"},"State":{"S":"new"}""");

        Assert.Equal(new LoadedState<OrderState>(new OrderState(10, 4), 4), await LoadAsync(store, every: 1));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await Snapshots.Get("a"));
    }

    private static OrderState Fold(OrderState state, OrderEvent happened) =>
        happened is OrderPaid paid ? new OrderState(state.Total + paid.Amount, state.Lines + 1) : state;

    private ValueTask<LoadedState<OrderState>> LoadAsync(OrderEventStore store, int every) => store.LoadAsync("a", Snapshots, None, Fold, every);

    private async Task PutAsync(string item)
    {
        var table = Events.CreateAction(new StoredOrderEvent { StreamId = "a", Version = 1, EventId = Guid.NewGuid(), Event = new OrderPaid(1) }).TableName;
        var json = $$$"""{"TableName":"{{{table}}}","Item":{{{item}}},"pk":{"S":"SNAPSHOT#a"},"sk":{"S":"SNAPSHOT"} } }""";
        (await Transport.SendAsync(new TransportRequest(DynamoOperation.PutItem, table, Encoding.UTF8.GetBytes(json)), default)).Dispose();
    }
}
