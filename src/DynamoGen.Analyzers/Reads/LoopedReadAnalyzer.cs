using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3009: a read of one item for each element of a list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopedReadAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LoopedRead,
        title: "Items are read one by one in a loop",
        messageFormat: "{0} runs once for each element, so that 100 elements take 100 requests; read up to 100 keys by one BatchGetItem{1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Info,
        description: "A BatchGetItem reads up to 100 items, of several tables too, in one request and for the same read units.");

    /// <summary>Creates the analyzer.</summary>
    public LoopedReadAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var reads = new PointCalls(sdk, ["GetItemAsync", "GetItem"], ["LoadAsync", "Load", "GetItemAsync", "GetItem"]);
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (reads.LoopOf(call) is { MayEndEarly: false } && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    var batch = reads.AreOfClient(call) ? "" : ", as CreateBatchGet does";
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), call.TargetMethod.Name, batch));
                }
            },
            OperationKind.Invocation);
    }
}
