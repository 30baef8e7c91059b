using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2003: a partition key without a placeholder.</summary>
internal static class ConstantKey
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ConstantPartitionKey,
        title: "Partition key is constant",
        messageFormat: "{0} is the same for every item, 1 distinct value, "
            + "so all of them share the 1,000 WCU and 3,000 RCU a second of one partition{1}{2}; {3}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition. A constant key puts every item of the entity there.");

    public static Diagnostic? Check(PartitionKey key) =>
        key.Spread is { IsConstant: true, IsNarrow: true } ? key.Report(Rule, DiagnosticSeverity.Warning) : null;
}
