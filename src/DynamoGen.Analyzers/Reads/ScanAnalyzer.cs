using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3001 and DG3002: a Scan that nobody has given a reason for, and one that a Query does better. A call gets one of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScanAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.Scan,
        title: "Scan reads the whole table",
        messageFormat: "Scan reads and bills every item of {0}{1}, 1.3 million read units for 10 GB; use a Query, or say why with [AllowScan(\"why\")]",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A Scan reads, and bills, all items of a table or an index. "
            + "It grows slower and dearer with every item stored, and can use up the capacity that other requests need.");

    /// <summary>Creates the analyzer.</summary>
    public ScanAnalyzer()
        : base(Rule, IndexedEquality.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var judge = new ScanJudge(dynamo, sdk);
        context.RegisterOperationAction(
            context =>
            {
                if (judge.Judge(context.Operation, context.ContainingSymbol) is { } diagnostic)
                {
                    context.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.Invocation,
            OperationKind.MethodReference);
    }
}
