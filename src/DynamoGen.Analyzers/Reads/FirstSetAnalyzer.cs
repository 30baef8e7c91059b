using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3006: a search of which only the first set of items is used. DG3002 and DG3004 speak of the same search first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstSetAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.FirstSet,
        title: "Only the first set of a search is used",
        messageFormat: "Only the first set of this {0}, at most 1 MB{1}, is used; read all by {2}, or go on until IsDone",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A set is one page: what one request has read, at most 1 MB, before the filter. GetRemainingAsync reads the pages that follow too.");

    /// <summary>Creates the analyzer.</summary>
    public FirstSetAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var tables = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
        var sets = new FirstSet(sdk, tables);
        var exemptions = new ScanExemptions(dynamo, sdk);
        var equality = new IndexedEquality(sdk, tables);
        context.RegisterOperationAction(
            context =>
            {
                if (FirstSet.StartOf((IInvocationOperation)context.Operation) is { } start
                    && sets.ReadOf(start) is var (read, isFiltered)
                    && read == context.Operation
                    && !dynamo.Excludes(start.Syntax.SyntaxTree)
                    && (!IsScan(start) || equality.FindIn(StartedScan.OfClient(start)) is null || exemptions.Cover(start, context.ContainingSymbol)))
                {
                    context.ReportDiagnostic(Report(start, read, isFiltered));
                }
            },
            OperationKind.Invocation);
    }

    private static bool IsScan(IInvocationOperation start) => start.TargetMethod.Name.Contains("Scan");

    /// <summary>A first set is information where a Query has no filter in sight: the others may be few enough for one.</summary>
    private static Diagnostic Report(IInvocationOperation start, IInvocationOperation read, bool isFiltered) => Diagnostic.Create(
        Rule,
        CalledName.LocationOf(read.Syntax),
        isFiltered || IsScan(start) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        additionalLocations: null,
        properties: null,
        IsScan(start) ? "Scan" : "Query",
        isFiltered ? " before the filter" : "",
        read.TargetMethod.Name.Replace("NextSet", "Remaining"));
}
