using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4014: a batch of PartiQL statements whose errors nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StatementErrorAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnseenStatementError,
        title: "Errors of a batch of statements are ignored",
        messageFormat: "The errors of the statements are not looked at: the call succeeds even if all of them fail; read Error of each of its Responses",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "BatchExecuteStatement runs each statement by itself and throws for none of them.");

    /// <summary>Creates the analyzer.</summary>
    public StatementErrorAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var responses = new StatementResponses(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (responses.HaveUnseenErrors(call) && !ExpressionTree.Contains(call) && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax)));
                }
            },
            OperationKind.Invocation);
    }
}
