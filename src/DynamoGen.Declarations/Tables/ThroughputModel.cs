namespace DynamoGen.Declarations.Tables;

/// <summary>The throughput of a table or of a global index, in units a second; 0 is what was not said.</summary>
internal sealed record ThroughputModel(long ReadCapacityUnits, long WriteCapacityUnits)
{
    public const int DefaultTarget = 70;

    public long MaxReadUnits { get; init; }

    public long MaxWriteUnits { get; init; }

    public long WarmReadUnits { get; init; }

    public long WarmWriteUnits { get; init; }

    /// <summary>The share of the capacity, in percent, that scaling aims at.</summary>
    public int TargetUtilization { get; init; } = DefaultTarget;
}
