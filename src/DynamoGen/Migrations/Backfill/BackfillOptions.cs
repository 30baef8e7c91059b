namespace DynamoGen.Migrations.Backfill;

/// <summary>How a worker copies items.</summary>
public sealed class BackfillOptions
{
    /// <summary>How many parts the old items are copied in; more parts than workers share the work evenly. Default 64, 1 to 1,000,000.</summary>
    public int Segments { get; set; } = 64;

    /// <summary>How many of them one process copies at the same time. Default 4.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How many old items are read at once: what is copied again where a worker dies. Default 1,000.</summary>
    public int PageItems { get; set; } = 1_000;

    /// <summary>How many requests of 25 items one segment writes at the same time. Default 4.</summary>
    public int WritesAtOnce { get; set; } = 4;

    /// <summary>The most capacity units that this process writes in a second; null for as much as DynamoDB takes.</summary>
    public double? MaxWriteUnitsPerSecond { get; set; }

    /// <summary>The most capacity units that this process reads in a second; null for as much as DynamoDB gives.</summary>
    public double? MaxReadUnitsPerSecond { get; set; }

    /// <summary>How long a segment may be without a sign of life before another worker takes it over. Default 30 seconds.</summary>
    public TimeSpan SegmentLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">A number is not positive.</exception>
    internal void Validate()
    {
        if (Segments is < 1 or > 1_000_000 || Concurrency < 1 || PageItems < 1 || WritesAtOnce < 1 || SegmentLease <= TimeSpan.Zero)
        {
            throw new ArgumentException("The numbers of a backfill are at least 1, with up to 1,000,000 segments, and the SegmentLease is positive.");
        }

        if (MaxWriteUnitsPerSecond is <= 0 || MaxReadUnitsPerSecond is <= 0)
        {
            throw new ArgumentException("A ceiling of capacity units is positive.");
        }
    }
}
