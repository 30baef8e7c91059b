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
        messageFormat: QueryFormat,
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition.");

    /// <summary>The same of an item, which is told at the end of the compilation.</summary>
    public static readonly DiagnosticDescriptor WriteRule = RuleDescriptor.Create(
        RuleIdentifiers.ConstantPartitionKey,
        title: "Partition key is constant",
        messageFormat: QueryFormat,
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "All items with one partition key share the throughput of one partition.",
        WellKnownDiagnosticTags.CompilationEnd);

    private const string QueryFormat = "{0} the constant '{1}', whose items take at most 1,000 WCU and 3,000 RCU a second; "
        + "append a value with many texts, or a shard number, to {2}{3}";

    public static Diagnostic? Check(PartitionKey key) =>
        key.Spread is { IsConstant: true, IsNarrow: true } ? key.Report(Rule, DiagnosticSeverity.Warning) : null;

    public static Diagnostic Tell(ReadHash hash, string text) => Tell(
        QueryRule,
        hash.Value,
        hash.Index is null ? "The table is read by" : $"Index '{hash.Index}' is read by",
        text,
        hash.Attribute is null ? "its hash key" : $"its hash key '{hash.Attribute}'",
        hash.Index is not null);

    public static Diagnostic Tell(WrittenHash hash) =>
        Tell(WriteRule, hash.Value, $"Hash key '{hash.Attribute}' is", hash.Text, "it", isOfIndex: false);

    private static Diagnostic Tell(
        DiagnosticDescriptor rule, IOperation value, string fact, string text, string key, bool isOfIndex) => Diagnostic.Create(
        rule,
        value.Syntax.GetLocation(),
        DiagnosticSeverity.Info,
        additionalLocations: null,
        properties: null,
        fact,
        text,
        key,
        isOfIndex ? " (a hot partition of the index throttles writes to the table)" : "");
}
