using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4002: a batch of the low-level client whose unprocessed part nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnprocessedAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.IgnoredUnprocessed,
        title: "Unprocessed part of a batch is ignored",
        messageFormat: "{0} is not looked at: what DynamoDB had no capacity for is lost without an error; send it again, with a growing delay",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "A batch succeeds when any of its requests does. The others come back in the response and have to be sent again.");

    /// <summary>Creates the analyzer.</summary>
    public UnprocessedAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var writes = new ClientMethods(sdk, "BatchWriteItemAsync", "BatchWriteItem");
        var reads = new ClientMethods(sdk, "BatchGetItemAsync", "BatchGetItem");
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

        void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var property = writes.Contains(call.TargetMethod) ? "UnprocessedItems" : reads.Contains(call.TargetMethod) ? "UnprocessedKeys" : null;
            if (property is not null
                && ResponseUse.Of(call) is { IsVisible: true } response
                && !response.HasRead(property)
                && !ExpressionTree.Contains(call)
                && !dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), property));
            }
        }
    }
}
