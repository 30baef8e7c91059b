using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4009: an unconditional put or delete of one item for each element of a list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopedWriteAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LoopedWrite,
        title: "Items are written one by one in a loop",
        messageFormat: "{0} runs once for each element, so that 100 elements take 100 requests; put and delete up to 25 items by one BatchWriteItem{1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Info,
        description: "A BatchWriteItem puts and deletes up to 25 items, of several tables too, in one request and for the same write units. "
            + "It takes no conditions and no updates.");

    /// <summary>Creates the analyzer.</summary>
    public LoopedWriteAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var writes = new PointCalls(
            sdk,
            ["PutItemAsync", "PutItem", "DeleteItemAsync", "DeleteItem"],
            ["SaveAsync", "Save", "DeleteAsync", "Delete", "PutItemAsync", "PutItem", "DeleteItemAsync", "DeleteItem"]);
        var unconditional = new UnconditionalWrite(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (writes.LoopOf(call) is { } loop
                    && !(loop.IsCounting && loop.MayEndEarly)
                    && unconditional.Is(call)
                    && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    var batch = writes.AreOfClient(call) ? "" : ", as CreateBatchWrite does";
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), call.TargetMethod.Name, batch));
                }
            },
            OperationKind.Invocation);
    }
}
