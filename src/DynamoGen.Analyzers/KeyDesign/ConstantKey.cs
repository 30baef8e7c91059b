using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2003: a partition key without a placeholder.</summary>
internal static class ConstantKey
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ConstantPartitionKey,
        title: "Partition key is constant",
        messageFormat: "{0} is the same for every item, 1 distinct value{1}; {3}{2}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition. A constant key puts every item of the entity there.");

    /// <summary>Of a query, which shows one value and not the whole key.</summary>
    public static readonly DiagnosticDescriptor QueryRule = RuleDescriptor.Create(
        RuleIdentifiers.ConstantPartitionKey,
        title: "Partition key is constant",
        messageFormat: "Index '{0}' is read by the constant '{1}', whose items take at most 1,000 WCU and 3,000 RCU a second; "
            + "append a value with many texts, or a shard number, to its hash key '{2}' (a hot partition of the index throttles writes to the table)",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition.");

    public static Diagnostic? Check(PartitionKey key) =>
        key.Spread is { IsConstant: true, IsNarrow: true } ? key.Report(Rule, DiagnosticSeverity.Warning) : null;
}
