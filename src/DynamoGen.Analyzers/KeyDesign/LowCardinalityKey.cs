using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// DG2001 and DG2002: a partition key with few values: of booleans, enumerations, and values whose number is declared or guessed from their names.
/// </summary>
internal static class LowCardinalityKey
{
    public static readonly DiagnosticDescriptor TableRule = RuleDescriptor.Create(
        RuleIdentifiers.LowCardinalityTableKey,
        title: "Partition key has few values",
        messageFormat: "{0} has {1}{2}{3}; {5}{4}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition. "
            + "A key made only of booleans and enumerations gives few partitions, however much capacity the table has.");

    public static readonly DiagnosticDescriptor IndexRule = RuleDescriptor.Create(
        RuleIdentifiers.LowCardinalityIndexKey,
        title: "Partition key of an index has few values",
        messageFormat: "{0} has {1}{2}{3}; {5}{4}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "Every write to the table that changes an index is also written there. "
            + "When a partition of the index is hot, DynamoDB throttles those writes to the table.");

    /// <summary>Of a query, which shows the values and not the whole key.</summary>
    public static readonly DiagnosticDescriptor QueryRule = RuleDescriptor.Create(
        RuleIdentifiers.LowCardinalityIndexKey,
        title: "Partition key of an index has few values",
        messageFormat: "Index '{0}' is read by {1}, each of which takes at most 1,000 WCU and 3,000 RCU a second; append a value with many texts, or a "
            + "shard number, to its hash key '{2}' (a hot partition of the index throttles writes to the table)",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "Every write to the table that changes an index is also written there.");

    public static Diagnostic? Check(PartitionKey key)
    {
        if (key.Spread is not { IsConstant: false, HasTimeBucket: false, IsNarrow: true })
        {
            return null;
        }

        // A sparse index may hold only a few items at a time, which is then good design; and a name may mislead.
        var severity = key.IsSparse || key.Spread.IsGuessed ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        return key.Report(key.IsOfIndex ? IndexRule : TableRule, severity, key.Spread.Distinct, key.Spread.Reasons);
    }
}
