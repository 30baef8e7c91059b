namespace DynamoGen.Testing.Tests.Clocks;

/// <summary>Waits take no time, and the clock has passed them.</summary>
public sealed class JumpingClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_wait_moves_the_clock_to_its_end()
    {
        var clock = new JumpingClock(Noon);
        var began = clock.GetTimestamp();

        await Task.Delay(TimeSpan.FromDays(2), clock);

        Assert.Equal(Noon.AddDays(2), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(2), clock.GetElapsedTime(began));
    }

    [Fact]
    public void A_clock_that_nothing_waits_for_stands_still_until_it_is_moved()
    {
        var clock = new JumpingClock(Noon);
        Assert.Equal(Noon, clock.GetUtcNow());

        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Noon.AddMinutes(5), clock.GetLocalNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void A_timer_that_waits_for_ever_moves_nothing()
    {
        var clock = new JumpingClock(Noon);

        using var timer = clock.CreateTimer(static _ => { }, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Assert.Equal(Noon, clock.GetUtcNow());
    }
}
