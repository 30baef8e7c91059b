namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// What one partition takes a second. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">designing partition keys</see>.
/// </summary>
internal static class PartitionLimit
{
    public const long WriteUnits = 1_000;

    public const long ReadUnits = 3_000;
}
