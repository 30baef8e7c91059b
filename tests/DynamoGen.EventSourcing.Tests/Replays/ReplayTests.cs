using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.EventSourcing.Tests.Replays;

public sealed class ReplayTests(EventServer server) : EventStoreTest(server)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 23, 58, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_streams_come_by_time_and_each_by_version_over_periods_and_shards()
    {
        var (clock, expected) = (new FakeTimeProvider(Start), new List<(string, long)>());
        var store = Store(timeProvider: clock);
        for (var round = 0; round < 20; round++)
        {
            var stream = $"s{round % 3}";
            var result = await store.AppendAsync(stream, ExpectedVersion.Any, Many(1 + (round % 3)));
            for (var version = result.FirstVersion; version <= result.LastVersion; version++)
            {
                expected.Add((stream, version));
            }

            clock.Advance(TimeSpan.FromHours(round == 10 ? 50 : 0) + TimeSpan.FromSeconds(20));
        }

        var replayed = await Replay(timeProvider: clock).ReadAsync(EventPosition.Before(Start)).ToArrayAsync();

        Assert.Equal(expected, replayed.Select(static stored => (stored.StreamId, stored.Version)));
        Assert.Equal(3, replayed.Select(static stored => stored.Period).Distinct().Count());
    }

    [Fact]
    public async Task It_goes_on_behind_any_event_also_among_those_of_one_moment()
    {
        var clock = new FakeTimeProvider(Start);
        var store = Store(timeProvider: clock);
        foreach (var stream in new[] { "b", "a", "a|b", "ä", "a#" })
        {
            await store.AppendAsync(stream, ExpectedVersion.NoStream, Many(2));
        }

        clock.Advance(TimeSpan.FromDays(1));
        await store.AppendAsync("b", ExpectedVersion.Any, Many(3));
        var replay = Replay(timeProvider: clock);
        var all = await replay.ReadAsync(EventPosition.Before(Start)).ToArrayAsync();

        Assert.Equal(13, all.Length);
        for (var index = 0; index < all.Length; index++)
        {
            var position = EventPosition.Parse(all[index].Position.ToString());
            var rest = await replay.ReadAsync(position).Select(static stored => stored.Position).ToArrayAsync();
            Assert.Equal(all[(index + 1)..].Select(static stored => stored.Position), rest);
        }
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_change_the_order_of_a_stream()
    {
        var late = new FakeTimeProvider(Start);
        var early = new FakeTimeProvider(Start - TimeSpan.FromHours(30));
        await Store(timeProvider: late).AppendAsync("a", ExpectedVersion.NoStream, Many(2));
        await Store(timeProvider: early).AppendAsync("a", ExpectedVersion.Any, Many(2));
        await Store(timeProvider: late).AppendAsync("a", ExpectedVersion.Exactly(4), Many(2));

        var replayed = await Replay(timeProvider: late).ReadAsync(EventPosition.Before(early.GetUtcNow())).ToArrayAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6], replayed.Select(static stored => stored.Version));
    }

    [Fact]
    public async Task What_is_younger_than_the_lag_waits_so_that_a_late_entry_is_not_missed()
    {
        var options = new EventStoreOptions { SafetyLag = TimeSpan.FromSeconds(30) };
        var (writer, behind) = (new FakeTimeProvider(Start), new FakeTimeProvider(Start - TimeSpan.FromSeconds(20)));
        var replay = Replay(options, writer);
        await Store(options, writer).AppendAsync("a", ExpectedVersion.NoStream, Many(1));
        Assert.Empty(await replay.ReadAsync(EventPosition.Before(Start - TimeSpan.FromHours(1))).ToArrayAsync());

        // A writer whose clock is behind records later what sorts before.
        writer.Advance(TimeSpan.FromSeconds(5));
        await Store(options, behind).AppendAsync("b", ExpectedVersion.NoStream, Many(1));
        writer.Advance(TimeSpan.FromSeconds(25));

        var replayed = await replay.ReadAsync(EventPosition.Before(Start - TimeSpan.FromHours(1))).ToArrayAsync();
        Assert.Equal(["b", "a"], replayed.Select(static stored => stored.StreamId));
    }

    [Theory, InlineData(""), InlineData("x|1|a"), InlineData("2026-01-01T00:00:00.0000000+00:00|-1|a"), InlineData("2026-01-01T00:00:00.0000000+00:00")]
    public void A_text_that_is_no_position_is_refused(string text) => Assert.Throws<FormatException>(() => EventPosition.Parse(text));

    [Fact]
    public void A_position_before_a_time_has_a_text_too() =>
        Assert.Equal(EventPosition.Before(Start), EventPosition.Parse(EventPosition.Before(Start).ToString()));
}
