namespace DynamoGen.Migrations.ShadowReads;

/// <summary>What the shadow reads must come to before a migration goes on from <see cref="MigrationPhase.ShadowRead"/>.</summary>
public sealed class ShadowReadOptions
{
    /// <summary>The share of the compared reads that may differ, from 0 to 1. Default 0: none.</summary>
    public double MaxMismatchRate { get; set; }

    /// <summary>How many reads must have been compared, in all processes together. Default 0, so that a migration that nobody reads can go on.</summary>
    public long MinCompared { get; set; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One of them means nothing.</exception>
    internal void Validate()
    {
        if (MaxMismatchRate is not (>= 0 and <= 1) || MinCompared < 0)
        {
            throw new ArgumentException("The MaxMismatchRate is from 0 to 1, and MinCompared not negative.");
        }
    }
}
