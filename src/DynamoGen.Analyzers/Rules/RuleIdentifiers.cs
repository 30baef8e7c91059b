namespace DynamoGen.Analyzers.Rules;

/// <summary>The identifier of every rule. The thousands digit is the band: 1 declaration, 2 key design, 3 reads, 4 writes, 5 expressions, 6 client use, 7 schema lock.</summary>
internal static class RuleIdentifiers
{
    public const string LowCardinalityTableKey = "DG2001";
    public const string LowCardinalityIndexKey = "DG2002";
    public const string ConstantPartitionKey = "DG2003";
    public const string TimeBucketPartitionKey = "DG2004";
    public const string Scan = "DG3001";
}
