using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// DG3004 and DG3005: calls that use the first page of a Query or Scan only. A call gets at most one of them, and none where DG3002 speaks of it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public PageAnalyzer()
        : base(FilteredLimit.Rule, IgnoredPage.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var tables = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
        var pages = new PageUse(sdk, tables);
        var exemptions = new ScanExemptions(dynamo, sdk);
        var equality = new IndexedEquality(sdk, tables);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

        void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (pages.FaultOf(call) is { } diagnostic
                && !dynamo.Excludes(call.Syntax.SyntaxTree)
                && StartedScan.OfClient(call) is var scan
                && (equality.FindIn(scan) is null || exemptions.Cover(call, context.ContainingSymbol)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
