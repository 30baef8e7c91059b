namespace DynamoGen;

/// <summary>
/// Declares how much traffic a table or an entity has at its peak, for the rules about hot partitions (DG2001 to DG2004, DG2007): they compare each key's
/// share with what one partition takes. On an entity it stands for the entity's own traffic, instead of the table's. A number below zero declares
/// nothing. It changes nothing at run time; the alarms of <c>dynamogen schema</c> take their thresholds from it.
/// </summary>
/// <remarks>
/// One partition takes 1,000 write and 3,000 read capacity units a second: see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">designing partition keys</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrafficAttribute : Attribute
{
    /// <summary>Write capacity units a second at the peak; one unit is a write of up to 1 KB. Default 0, no writes.</summary>
    public int WritesPerSecond { get; init; }

    /// <summary>
    /// Read capacity units a second at the peak; one unit is a consistent read of up to 4 KB, or two eventually consistent ones. Default 0, no reads.
    /// </summary>
    public int ReadsPerSecond { get; init; }

    /// <summary>
    /// Write capacity units a second over a month, for the rules that compare prices (DG1033, DG1036, DG2020). Default 0: they have the peak alone to go by.
    /// </summary>
    public int AverageWritesPerSecond { get; init; }

    /// <summary>The same for reads.</summary>
    public int AverageReadsPerSecond { get; init; }
}
