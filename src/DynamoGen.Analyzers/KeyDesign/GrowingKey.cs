using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2007: a partition key of few values whose sort key only grows. It takes the place of DG2001, DG2002 and DG2003.</summary>
internal static class GrowingKey
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.GrowingSortKey,
        title: "Sort key only grows under a partition key of few values",
        messageFormat: "{0} has {1}{2}, under which sort key '{3}' only grows and no split helps{4}; {6}{5}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "DynamoDB divides a busy partition by its sort key, so that one partition key may take more than one partition does. "
            + "Where each new item sorts last, all writes go to the last part, however often it is divided.");

    public static Diagnostic? Check(PartitionKey key) =>
        key.GrowingSortKey is { } sortKey && (ConstantKey.Check(key) ?? LowCardinalityKey.Check(key)) is { } replaced
            ? key.Report(Rule, replaced.Severity, key.Spread.Distinct, key.Spread.IsConstant ? "" : key.Spread.Reasons, sortKey)
            : null;
}
