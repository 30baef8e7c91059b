using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3014: a loop over pages that reads the same page in each turn.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StuckPagerAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.StuckPager,
        title: "Loop over pages never advances",
        messageFormat: "The loop asks for {0}, but {1} of the request is the same in each turn: it reads the same page for ever; set it from the response",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "The next page is read by a request that begins where the response before it says that it ended.");

    /// <summary>Creates the analyzer.</summary>
    public StuckPagerAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        StuckPager[] pagers =
        [
            new(sdk, "LastEvaluatedKey", "ExclusiveStartKey", "QueryAsync", "ScanAsync"),
            new(sdk, "LastEvaluatedTableName", "ExclusiveStartTableName", "ListTablesAsync"),
            new(sdk, "NextToken", "NextToken", "ExecuteStatementAsync"),
        ];
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (pagers.FirstOrDefault(pager => pager.IsCalledBy(call)) is { } stuck
                    && !ExpressionTree.Contains(call)
                    && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), stuck.Token, stuck.Start));
                }
            },
            OperationKind.Invocation);
    }
}
