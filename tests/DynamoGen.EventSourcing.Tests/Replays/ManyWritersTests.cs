using System.Globalization;
using System.Threading.Channels;

namespace DynamoGen.EventSourcing.Tests.Replays;

/// <summary>The proof of the store. Its whole form, of 2,000 appends each, runs where <c>DYNAMOGEN_EVENT_APPENDS</c> says so.</summary>
public sealed class ManyWritersTests(EventServer server) : EventStoreTest(server)
{
    private const int Writers = 16;

    private static readonly int Appends = int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_EVENT_APPENDS") ?? "30", CultureInfo.InvariantCulture);

    private readonly Channel<StoredOrderEvent> _live = Channel.CreateUnbounded<StoredOrderEvent>();
    private int _refused;

    [Fact]
    public async Task Of_16_writers_on_one_stream_no_event_is_lost_or_doubled_and_replay_equals_what_was_fed_live()
    {
        var start = EventPosition.Before(DateTimeOffset.UtcNow - TimeSpan.FromMinutes(1));
        var live = ProjectLiveAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer))));
        var ids = written.SelectMany(static both => both).ToArray();
        _live.Writer.Complete();
        await live;
        await Runner(new OrderTotals(Views, "replayed")).ReplayAsync(Replay(), start);

        var stored = await Events.Read("one").ToArrayAsync();
        Assert.Equal(Enumerable.Range(1, Writers * Appends).Select(static version => (long)version), stored.Select(static entry => entry.Version));
        Assert.Equal(ids.Select(static entry => entry.Id).ToHashSet(), stored.Select(static entry => entry.EventId).ToHashSet());
        Assert.Equal(Writers * Appends, ids.DistinctBy(static entry => entry.Version).Count());
        Assert.All(ids, entry => Assert.Equal(entry.Id, stored[entry.Version - 1].EventId));
        var replayed = await Views.Get("replayed", "one");
        Assert.Equal(Writers * Appends, replayed!.Events);
        Assert.Equal(replayed with { Projection = "live" }, await Views.Get("live", "one"));
        TestContext.Current.SendDiagnosticMessage($"{Writers} x {Appends} appends; {_refused} refusals that a writer saw and tried again.");
    }

    /// <summary>Even writers append whatever the version is, odd ones what they expect exactly; each goes on with the same event until it is in.</summary>
    private async Task<List<(Guid Id, long Version)>> WriteAsync(int writer)
    {
        var store = Store();
        var appended = new List<(Guid, long)>();
        for (var number = 0; number < Appends; number++)
        {
            var entry = Paid((writer * Appends) + number);
            while (true)
            {
                var expected = writer % 2 == 0 ? ExpectedVersion.Any : ExpectedVersion.Exactly(await store.GetVersionAsync("one"));
                try
                {
                    var result = await store.AppendAsync("one", expected, [entry]);
                    appended.Add((entry.Id, result.FirstVersion));
                    _live.Writer.TryWrite(await store.ReadAsync("one", result.FirstVersion, limit: 1).SingleAsync());
                    break;
                }
                catch (ConcurrencyException)
                {
                    Interlocked.Increment(ref _refused);
                    await Task.Delay(Random.Shared.Next(1, 100));
                }
            }
        }

        return appended;
    }

    /// <summary>The events come in the order in which their writers heard of them, and each second one twice.</summary>
    private async Task ProjectLiveAsync()
    {
        var runner = Runner(new OrderTotals(Views, "live"));
        await foreach (var stored in _live.Reader.ReadAllAsync())
        {
            await runner.ApplyAsync(stored);
            if (stored.Version % 2 == 0)
            {
                Assert.False(await runner.ApplyAsync(stored));
            }
        }
    }
}
