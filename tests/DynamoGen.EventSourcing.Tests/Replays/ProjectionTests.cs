using DynamoGen.Schema;

namespace DynamoGen.EventSourcing.Tests.Replays;

public sealed class ProjectionTests(EventServer server) : EventStoreTest(server)
{
    private static readonly EventPosition Start = EventPosition.Before(DateTimeOffset.UtcNow - TimeSpan.FromHours(1));

    [Fact]
    public async Task An_event_is_applied_once_whichever_way_and_how_often_it_comes()
    {
        await Store().AppendAsync("a", ExpectedVersion.NoStream, Many(5));
        await Store().AppendAsync("b", ExpectedVersion.NoStream, Many(3));
        var events = await Events.Read("a").ToArrayAsync();
        var runner = Runner(new OrderTotals(Views, "totals"));

        Assert.True(await runner.ApplyAsync(events[0]));
        Assert.False(await runner.ApplyAsync(events[0]));
        Assert.True(await runner.ApplyAsync(events[3]));
        Assert.False(await runner.ApplyAsync(events[2]));
        await runner.ReplayAsync(Replay(), Start);
        Assert.False(await runner.ApplyAsync(events[4]));

        Assert.Equal((5, 15), Of(await Views.Get("totals", "a")));
        Assert.Equal((3, 6), Of(await Views.Get("totals", "b")));
    }

    [Fact]
    public async Task A_replay_goes_on_at_its_checkpoint()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(5));
        var counting = new Counting();
        var runner = Runner(counting);
        Assert.Null(await runner.GetCheckpointAsync());

        var position = await runner.ReplayAsync(Replay(), Start, checkpointEvery: 2);
        Assert.Equal((5, position), (position.Version, await runner.GetCheckpointAsync()));
        await store.AppendAsync("a", ExpectedVersion.Any, Many(2));
        await Runner(counting).ReplayAsync(Replay(), Start);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], counting.Applied);
    }

    [Fact]
    public async Task Runners_that_race_apply_each_event_once_and_in_order()
    {
        await Store().AppendAsync("a", ExpectedVersion.NoStream, Many(20));
        var events = await Events.Read("a").ToArrayAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async seed =>
        {
            var runner = Runner(new OrderTotals(Views, "raced"));
            foreach (var stored in events.OrderBy(stored => stored.Version * (seed + 3) % 7))
            {
                await runner.ApplyAsync(stored);
            }
        }));
        await Runner(new OrderTotals(Views, "replayed")).ReplayAsync(Replay(), Start);

        Assert.Equal((await Views.Get("replayed", "a"))! with { Projection = "raced" }, await Views.Get("raced", "a"));
    }

    [Fact]
    public async Task A_lost_answer_does_not_apply_an_event_twice()
    {
        await Store().AppendAsync("a", ExpectedVersion.NoStream, Many(6));
        var sent = 0;
        Transport.Fate = operation => operation == DynamoOperation.TransactWriteItems && (sent++ % 3) is var turn and < 2
            ? turn == 0 ? RequestFate.AnswerLost : RequestFate.RequestLost
            : RequestFate.Answered;

        await Runner(new OrderTotals(Views, "totals")).ReplayAsync(Replay(), Start);

        Assert.Equal((6, 21), Of(await Views.Get("totals", "a")));
    }

    private static (long Events, decimal Amount) Of(OrderView? view) => (view!.Events, view.Amount);

    /// <summary>A projection whose effect is elsewhere.</summary>
    private sealed class Counting : IProjection<StoredOrderEvent>
    {
        public List<long> Applied { get; } = [];

        public string Name => "counting";

        public ValueTask<IReadOnlyCollection<Transactions.WriteAction>> ApplyAsync(StoredOrderEvent stored, CancellationToken cancellationToken)
        {
            Applied.Add(stored.Version);
            return ValueTask.FromResult<IReadOnlyCollection<Transactions.WriteAction>>([]);
        }
    }
}
