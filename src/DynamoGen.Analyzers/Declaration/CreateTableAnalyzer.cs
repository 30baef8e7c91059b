using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1007: a table that is created or declared with more indexes, or keys of another shape, than DynamoDB allows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CreateTableAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.IndexQuota,
        title: "Index over a quota",
        messageFormat: "{0}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "The number of a table's indexes, of the attributes in their keys and of the attributes projected into them is limited.");

    private const int ShortestName = 3;
    private const int LocalIndexes = 5;
    private const int GlobalIndexes = 20;
    private const int KeyAttributes = 4;
    private const int ProjectedAttributes = 100;

    /// <summary>Creates the analyzer.</summary>
    public CreateTableAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(CheckDeclared, SymbolKind.NamedType);
        }

        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.CreateTableRequest") is not { } createTable)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                if (SymbolEqualityComparer.Default.Equals(context.Operation.Type, createTable) && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
                {
                    var table = VisibleObject.Of((IObjectCreationOperation)context.Operation, sdk);
                    foreach (var (severity, problem) in ProblemsOf(table, sdk))
                    {
                        var location = CreationName.LocationOf(context.Operation);
                        context.ReportDiagnostic(Diagnostic.Create(Rule, location, severity, additionalLocations: null, properties: null, problem));
                    }
                }
            },
            OperationKind.ObjectCreation);
    }

    /// <summary>A class marked with <c>[Table]</c>, of which the runtime makes the request.</summary>
    private static void CheckDeclared(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(DeclarationAttributes.Table) is not { } attribute || TableParser.Parse(type, new DeclarationProblems()) is not { } table)
        {
            return;
        }

        if (table.Name.Length < ShortestName)
        {
            Report(DiagnosticSeverity.Warning,
                $"The name '{table.Name}' of the table is shorter than the {ShortestName} characters that DynamoDB demands, "
                    + "unless TableNamePrefix makes it longer");
        }

        var global = table.Indexes.Count(index => !index.IsLocal);
        if (global > GlobalIndexes)
        {
            Report(DiagnosticSeverity.Warning, TooManyGlobal(global));
        }

        var projected = type.Attributes(DeclarationAttributes.GlobalIndex).Concat(type.Attributes(DeclarationAttributes.LocalIndex))
            .Sum(index => index.Texts("NonKeyAttributes").Length);
        if (projected > ProjectedAttributes)
        {
            Report(DiagnosticSeverity.Error, TooManyProjected(projected));
        }

        void Report(DiagnosticSeverity severity, string problem) =>
            context.ReportDiagnostic(Diagnostic.Create(Rule, attribute.Place(0), severity, additionalLocations: null, properties: null, problem));
    }

    private static string TooManyGlobal(int count) =>
        $"The table has {count} global secondary indexes; {GlobalIndexes} are allowed unless the account's quota was raised";

    private static string TooManyProjected(int count) =>
        $"The indexes of the table project {count} attributes by name; DynamoDB allows {ProjectedAttributes} over all indexes";

    private static IEnumerable<(DiagnosticSeverity Severity, string Problem)> ProblemsOf(VisibleObject table, SdkSymbols sdk)
    {
        var local = CertainOf(table.CollectionOf("LocalSecondaryIndexes"), sdk);
        var global = CertainOf(table.CollectionOf("GlobalSecondaryIndexes"), sdk);
        if (local.Count > LocalIndexes)
        {
            yield return (DiagnosticSeverity.Error, $"The table has {local.Count} local secondary indexes; DynamoDB allows {LocalIndexes}");
        }

        if (global.Count > GlobalIndexes)
        {
            yield return (DiagnosticSeverity.Warning, TooManyGlobal(global.Count));
        }

        var projected = local.Concat(global).Sum(index => ProjectedBy(index, sdk));
        if (projected > ProjectedAttributes)
        {
            yield return (DiagnosticSeverity.Error, TooManyProjected(projected));
        }

        var keys = global.Select(index => ("a global secondary index", index, KeyAttributes))
            .Concat(local.Select(index => ("a local secondary index", index, 1)))
            .Append(("a table", table, 1));
        foreach (var (owner, index, most) in keys)
        {
            foreach (var kind in new[] { "HASH", "RANGE" })
            {
                if (KeyElements(index, kind, sdk) is var count && count > most)
                {
                    yield return (DiagnosticSeverity.Error, $"The key of {owner} has {count} {kind} attributes; DynamoDB allows {most}");
                }
            }
        }
    }

    private static List<VisibleObject> CertainOf(VisibleCollection collection, SdkSymbols sdk) =>
        collection.IsWhole && collection.LeastCount > 0
            ? [.. collection.Entries.Where(entry => entry.IsCertain).Select(entry => VisibleObject.From(entry.Value, sdk)).OfType<VisibleObject>()]
            : [];

    private static int ProjectedBy(VisibleObject index, SdkSymbols sdk) =>
        index.ValuesOf("Projection") is { Count: 1 } values
            && VisibleObject.From(values[0], sdk) is { } projection
            && projection.CollectionOf("NonKeyAttributes") is { IsWhole: true } names
            ? names.LeastCount
            : 0;

    private static int KeyElements(VisibleObject index, string kind, SdkSymbols sdk) =>
        CertainOf(index.CollectionOf("KeySchema"), sdk).Count(element => element.ValuesOf("KeyType") is { Count: 1 } values && KindOf(values[0]) == kind);

    /// <summary><c>KeyType.HASH</c>, or the text that converts to it.</summary>
    private static string? KindOf(IOperation keyType) =>
        keyType.WithoutConversions() is IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "KeyType" } }
            ? name
            : ConstantText.Of(keyType);
}
