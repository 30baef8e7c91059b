namespace DynamoGen.Migrations.Backfill;

/// <summary>
/// Paces requests by what they turn out to consume: a request waits until the budget is not overdrawn, and is charged afterwards. Where DynamoDB throttles,
/// the rate is halved; while it does not, the rate grows by a twentieth of the ceiling a second.
/// </summary>
/// <param name="ceiling">The most units a second; null for no limit but DynamoDB's.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class CapacityPace(double? ceiling, TimeProvider timeProvider)
{
    private const double LeastRate = 1;

    private readonly Lock _gate = new();
    private double _rate = ceiling ?? double.PositiveInfinity;
    private double _highest = ceiling ?? double.PositiveInfinity;
    private double _balance;
    private double _charged;
    private long _updated = timeProvider.GetTimestamp();
    private long _started = timeProvider.GetTimestamp();

    /// <summary>The units a second that are allowed now.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate;
            }
        }
    }

    /// <summary>The pace, for people to see.</summary>
    public BackfillPace Now
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return new BackfillPace(double.IsPositiveInfinity(_rate) ? null : _rate, IsThrottled: _rate < _highest);
            }
        }
    }

    /// <summary>Waits until the budget is not overdrawn.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (Pause() is var pause && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Charges what a request consumed.</summary>
    public void Charge(double units)
    {
        lock (_gate)
        {
            Refill();
            _balance -= units;
            _charged += units;
        }
    }

    /// <summary>Slows down, because DynamoDB throttled a request.</summary>
    public void Throttled()
    {
        lock (_gate)
        {
            Refill();
            if (double.IsPositiveInfinity(_rate))
            {
                // The first measure is what went through so far.
                _rate = Math.Max(LeastRate, _charged / Math.Max(1, timeProvider.GetElapsedTime(_started).TotalSeconds));
                _highest = ceiling ?? 2 * _rate;
            }

            _rate = Math.Max(LeastRate, _rate / 2);
        }
    }

    private TimeSpan Pause()
    {
        lock (_gate)
        {
            Refill();
            return _balance >= 0 || double.IsPositiveInfinity(_rate) ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(0.001, -_balance / _rate));
        }
    }

    private void Refill()
    {
        var now = timeProvider.GetTimestamp();
        var seconds = timeProvider.GetElapsedTime(_updated, now).TotalSeconds;
        _updated = now;
        if (double.IsPositiveInfinity(_rate))
        {
            _balance = 0;
            return;
        }

        // Without a ceiling, what once was too much is found anew.
        _highest = ceiling ?? (_rate >= _highest ? 1.05 * _highest : _highest);
        _rate = Math.Min(_highest, _rate + (_highest * seconds / 20));
        _balance = Math.Min(_rate, _balance + (_rate * seconds));
    }
}
