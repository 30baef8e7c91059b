namespace DynamoGen.Regions.Reads;

/// <summary>
/// Whether reads go to a region. Several failures in a row make it unhealthy; then one read at a time tries it after a pause, and several successes in a row
/// make it healthy again, so that a region that answers now and then does not take the reads back.
/// </summary>
/// <param name="options">How many, and how long.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class RegionHealth(ReadFailoverOptions options, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private int _failures;
    private int _successes;
    private bool _isTrying;
    private long _since;
    private TimeSpan _pause = options.Pause;

    /// <summary>Whether it is healthy.</summary>
    public bool IsHealthy { get; private set; } = true;

    /// <summary>Asks whether a read may go there; the answer must be given back by one of the other methods.</summary>
    public Passage Enter()
    {
        lock (_lock)
        {
            if (IsHealthy)
            {
                return Passage.Open;
            }

            if (_isTrying || timeProvider.GetElapsedTime(_since) < _pause)
            {
                return Passage.Closed;
            }

            _isTrying = true;
            return Passage.Trial;
        }
    }

    /// <summary>The region has answered.</summary>
    /// <returns>Whether it became healthy by it.</returns>
    public bool Succeeded(Passage passage)
    {
        lock (_lock)
        {
            if (passage != Passage.Trial)
            {
                _failures = IsHealthy ? 0 : _failures;
                return false;
            }

            (_isTrying, _since, _pause) = (false, timeProvider.GetTimestamp(), options.Pause);
            if (++_successes < options.Successes)
            {
                return false;
            }

            (IsHealthy, _failures) = (true, 0);
            return true;
        }
    }

    /// <summary>The region has not answered.</summary>
    /// <returns>Whether it became unhealthy by it.</returns>
    public bool Failed(Passage passage)
    {
        lock (_lock)
        {
            if (passage == Passage.Trial)
            {
                var doubled = _pause + _pause;
                (_isTrying, _successes, _since) = (false, 0, timeProvider.GetTimestamp());
                _pause = doubled < options.MaxPause ? doubled : options.MaxPause;
                return false;
            }

            if (!IsHealthy || ++_failures < options.Failures)
            {
                return false;
            }

            (IsHealthy, _successes, _since, _pause) = (false, 0, timeProvider.GetTimestamp(), options.Pause);
            return true;
        }
    }

    /// <summary>What became of the read says nothing of the region.</summary>
    public void LearnedNothing(Passage passage)
    {
        if (passage == Passage.Trial)
        {
            lock (_lock)
            {
                _isTrying = false;
            }
        }
    }
}

/// <summary>Whether a read may go to a region.</summary>
internal enum Passage
{
    /// <summary>It may not.</summary>
    Closed,

    /// <summary>It may.</summary>
    Open,

    /// <summary>It may, to find out whether the region is healthy again.</summary>
    Trial,
}
