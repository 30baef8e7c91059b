using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2004: a partition key made of a rounded time, alone or with booleans and enumerations.</summary>
internal static class TimeBucketKey
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.TimeBucketPartitionKey,
        title: "Partition key is a rounded time",
        messageFormat: "{0} sends all writes of one period to {1}{2}{3}; {5}{4}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "A date, or a time formatted without seconds, is the same for everything that happens in its period: "
            + "today's writes all go to one partition while those of past days idle.");

    public static Diagnostic? Check(PartitionKey key) =>
        key.Spread is { HasTimeBucket: true, IsNarrow: true }
            ? key.Report(
                Rule,
                key.Spread.IsGuessed ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                key.Spread.Distinct,
                key.Spread.Reasons)
            : null;
}
