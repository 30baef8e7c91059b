namespace DynamoGen.Migrations.Phases;

/// <summary>How processes follow the phase of a migration.</summary>
public sealed class PhaseOptions
{
    /// <summary>How often a process reads the phase and gives a sign of life. Default 5 seconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a process may go on with a phase that it cannot read again; then it refuses to read and write. Default 30 seconds.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a request of a process that has died may still be under way. DynamoDB refuses requests that were signed more than 5 minutes ago, which is the
    /// default.
    /// </summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An interval is not positive, or the lease is too short for two readings.</exception>
    internal void Validate()
    {
        if (Interval <= TimeSpan.Zero || Drain < TimeSpan.Zero)
        {
            throw new ArgumentException("The Interval must be positive, and the Drain not negative.");
        }

        if (Lease < 2 * Interval)
        {
            throw new ArgumentException("The Lease must be as long as two Intervals at least, so that one reading may fail.");
        }
    }
}
