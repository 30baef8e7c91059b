namespace DynamoGen.Migrations.Verification;

/// <summary>How old and new items are compared. Its reads keep to the pace of <see cref="Backfill.BackfillOptions.MaxReadUnitsPerSecond"/>.</summary>
public sealed class VerificationOptions
{
    /// <summary>
    /// How many parts the keys are divided into: only the parts that differ are looked at again. A part takes about 100 bytes of memory.
    /// Default 4,096, 1 to 1,048,576.
    /// </summary>
    public int Buckets { get; set; } = 4_096;

    /// <summary>How many segments each table is scanned in. Default 64, 1 to 1,000,000.</summary>
    public int Segments { get; set; } = 64;

    /// <summary>How many requests are under way at the same time. Default 4.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How many items of parts that differ are held at the same time; further ones are compared in further rounds.</summary>
    internal int MostHeld { get; set; } = 100_000;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">A number is out of its bounds.</exception>
    internal void Validate()
    {
        if (Buckets is < 1 or > 1 << 20 || Segments is < 1 or > 1_000_000 || Concurrency < 1)
        {
            throw new ArgumentException(
                "The numbers of a verification are at least 1, with up to 1,048,576 buckets and up to 1,000,000 segments.");
        }
    }
}
