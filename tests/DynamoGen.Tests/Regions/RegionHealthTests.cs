using DynamoGen.Regions;
using DynamoGen.Regions.Reads;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Regions;

/// <summary>A region becomes unhealthy after several failures and healthy after several trials, and does not go back and forth.</summary>
public sealed class RegionHealthTests
{
    private static readonly ReadFailoverOptions Options = new()
    {
        Failures = 3,
        Successes = 2,
        Pause = TimeSpan.FromSeconds(10),
        MaxPause = TimeSpan.FromSeconds(30),
    };

    private readonly FakeTimeProvider _time = new();
    private readonly RegionHealth _health;

    public RegionHealthTests() => _health = new RegionHealth(Options, _time);

    private void Break()
    {
        for (var i = 0; i < Options.Failures; i++)
        {
            _health.Failed(_health.Enter());
        }
    }

    private Passage After(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return _health.Enter();
    }

    [Fact]
    public void It_takes_several_failures_in_a_row()
    {
        Assert.False(_health.Failed(_health.Enter()));
        Assert.False(_health.Failed(_health.Enter()));
        Assert.False(_health.Succeeded(_health.Enter()));
        Assert.False(_health.Failed(_health.Enter()));
        Assert.False(_health.Failed(_health.Enter()));
        Assert.True(_health.IsHealthy);

        Assert.True(_health.Failed(_health.Enter()));

        Assert.False(_health.IsHealthy);
        Assert.Equal(Passage.Closed, _health.Enter());
    }

    [Fact]
    public void One_read_at_a_time_tries_it_after_the_pause()
    {
        Break();

        Assert.Equal(Passage.Closed, After(seconds: 9));
        Assert.Equal(Passage.Trial, After(seconds: 1));
        Assert.Equal(Passage.Closed, _health.Enter());
    }

    [Fact]
    public void It_takes_several_trials_in_a_row_to_come_back()
    {
        Break();

        Assert.False(_health.Succeeded(After(seconds: 10)));
        Assert.False(_health.IsHealthy);
        Assert.Equal(Passage.Closed, _health.Enter());
        Assert.True(_health.Succeeded(After(seconds: 10)));

        Assert.Equal(Passage.Open, _health.Enter());
    }

    [Fact]
    public void A_trial_that_fails_begins_the_count_again_and_doubles_the_pause_up_to_the_longest()
    {
        Break();
        _health.Succeeded(After(seconds: 10));
        _health.Failed(After(seconds: 10));

        Assert.Equal(Passage.Closed, After(seconds: 19));
        _health.Failed(After(seconds: 1));
        Assert.Equal(Passage.Closed, After(seconds: 29));
        Assert.False(_health.Succeeded(After(seconds: 1)));
        Assert.False(_health.IsHealthy);
        Assert.True(_health.Succeeded(After(seconds: 10)));
    }

    [Fact]
    public void A_read_that_was_on_its_way_when_it_broke_does_not_bring_it_back()
    {
        var before = _health.Enter();
        Break();

        Assert.False(_health.Succeeded(before));
        Assert.False(_health.Failed(before));
        Assert.False(_health.IsHealthy);
    }

    [Fact]
    public void A_trial_that_learned_nothing_lets_the_next_read_try()
    {
        Break();
        _health.LearnedNothing(After(seconds: 10));

        Assert.Equal(Passage.Trial, _health.Enter());
    }
}
