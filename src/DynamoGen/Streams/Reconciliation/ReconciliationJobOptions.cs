namespace DynamoGen.Streams.Reconciliation;

/// <summary>When a registered reconciliation runs by itself.</summary>
public sealed class ReconciliationJobOptions
{
    /// <summary>What a timer can wait for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>The pause from the end of a run to the next one in this process; null for no run but those that somebody asks for. Default null.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>The time from the host's start to the first run; null for that of <see cref="Interval"/>. Default null.</summary>
    public TimeSpan? InitialDelay { get; set; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is wrong, or has no effect.</exception>
    public void Validate()
    {
        if (Interval is { } interval && (interval <= TimeSpan.Zero || interval > Longest))
        {
            throw new ArgumentException($"{nameof(Interval)} must be longer than nothing and at most 49 days.");
        }

        if (InitialDelay is { } delay && (Interval is null || delay < TimeSpan.Zero || delay > Longest))
        {
            throw new ArgumentException($"{nameof(InitialDelay)} needs an {nameof(Interval)}, must not be negative, and is at most 49 days.");
        }
    }
}
