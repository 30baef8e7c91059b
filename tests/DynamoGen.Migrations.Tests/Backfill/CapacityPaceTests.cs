using DynamoGen.Migrations.Backfill;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Migrations.Tests.Backfill;

public sealed class CapacityPaceTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_waits_until_what_was_consumed_is_earned()
    {
        var pace = new CapacityPace(ceiling: 10, _clock);
        await pace.WaitAsync(Token);
        pace.Charge(30);

        var waiting = pace.WaitAsync(Token).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await waiting;
    }

    [Fact]
    public void Throttling_halves_the_rate_which_grows_by_a_twentieth_of_the_ceiling_a_second()
    {
        var pace = new CapacityPace(ceiling: 100, _clock);
        pace.Throttled();
        Assert.Equal(50, pace.Rate);
        pace.Throttled();
        Assert.Equal(25, pace.Rate);

        _clock.Advance(TimeSpan.FromSeconds(2));
        pace.Charge(0);
        Assert.Equal(35, pace.Rate, precision: 6);
        _clock.Advance(TimeSpan.FromSeconds(60));
        pace.Charge(0);
        Assert.Equal(100, pace.Rate);
    }

    [Fact]
    public void Without_a_ceiling_the_rate_begins_at_half_of_what_went_through()
    {
        var pace = new CapacityPace(ceiling: null, _clock);
        Assert.Equal(double.PositiveInfinity, pace.Rate);
        pace.Charge(1_000);
        _clock.Advance(TimeSpan.FromSeconds(10));
        pace.Throttled();
        Assert.Equal(50, pace.Rate, precision: 6);
    }

    [Fact]
    public async Task Without_throttling_nothing_waits_where_there_is_no_ceiling()
    {
        var pace = new CapacityPace(ceiling: null, _clock);
        pace.Charge(1_000_000);
        await pace.WaitAsync(Token);
    }
}
