namespace DynamoGen.Schema;

/// <summary>The throughput of a table, or of a global secondary index, in units a second.</summary>
public sealed record ThroughputSchema
{
    /// <summary>Provisioned read capacity, from which it is scaled; 0 when capacity is on demand.</summary>
    public long ReadCapacityUnits { get; init; }

    /// <summary>Provisioned write capacity, from which it is scaled; 0 when capacity is on demand.</summary>
    public long WriteCapacityUnits { get; init; }

    /// <summary>The most read units: a bound of what is taken on demand, or of scaling; 0 for none.</summary>
    public long MaxReadUnits { get; init; }

    /// <summary>The most write units; 0 for none.</summary>
    public long MaxWriteUnits { get; init; }

    /// <summary>Read units that are taken at once; 0 for what DynamoDB gives by itself.</summary>
    public long WarmReadUnits { get; init; }

    /// <summary>Write units that are taken at once; 0 for what DynamoDB gives by itself.</summary>
    public long WarmWriteUnits { get; init; }

    /// <summary>The share of the capacity, in percent, that scaling aims at.</summary>
    public int TargetUtilization { get; init; } = 70;
}
