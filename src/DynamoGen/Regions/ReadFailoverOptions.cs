namespace DynamoGen.Regions;

/// <summary>
/// When reads go to another region because this one is unhealthy, and when they come back. What is read there is as old as replication is late, mostly a
/// second, and during the trouble that moved the reads as long as the trouble lasts. A consistent read of a table with eventual consistency is never moved.
/// </summary>
public sealed class ReadFailoverOptions
{
    /// <summary>
    /// The regions that reads go to, in this order; each was added by <c>AddRegion</c>. None, the default, for all that were added, in their order.
    /// </summary>
    public IReadOnlyList<string> Order { get; set; } = [];

    /// <summary>
    /// How many reads in a row must fail until a region is unhealthy, from 1; default 5. A failure is a request without an answer or with one of status 500 and
    /// above, after all its retries; throttling is none.
    /// </summary>
    public int Failures { get; set; } = 5;

    /// <summary>
    /// How many trials in a row must succeed until it is healthy again, from 1; default 3. A trial is one read; where it fails it is sent on.
    /// </summary>
    public int Successes { get; set; } = 3;

    /// <summary>The pause before each trial, which doubles after each that fails. Default: 10 seconds.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that the pause becomes. Default: 2 minutes.</summary>
    public TimeSpan MaxPause { get; set; } = TimeSpan.FromMinutes(2);

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Order);
        ArgumentOutOfRangeException.ThrowIfLessThan(Failures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Successes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Pause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPause, Pause);
    }
}
