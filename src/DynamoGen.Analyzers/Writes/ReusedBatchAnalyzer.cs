using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4012: a batch that is created ahead of the loop which fills and sends it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReusedBatchAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ReusedBatch,
        title: "Batch is sent again with each turn of a loop",
        messageFormat: "'{0}' keeps what it has sent: each turn of the loop sends all that earlier ones added once more; create it inside of the loop",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "A batch of the object persistence or document model is not emptied when it is sent.");

    /// <summary>Creates the analyzer.</summary>
    public ReusedBatchAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (ReusedBatch.SentBy(call, sdk) is not null && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), call.Instance!.Syntax.ToString()));
                }
            },
            OperationKind.Invocation);
    }
}
