using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4003: a loop that sends the unprocessed part of a batch again without waiting.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HastyRetryAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.HastyRetry,
        title: "Unprocessed part of a batch is sent again at once",
        messageFormat: "{0} is sent again at once, though DynamoDB had no capacity for it a moment ago; wait ahead of each retry, twice as long each time",
        RuleCategories.Writes,
        DiagnosticSeverity.Info,
        description: "What comes back unprocessed was throttled. Sent again at once, most of it is throttled again, "
            + "and each attempt takes capacity that others need.");

    /// <summary>Creates the analyzer.</summary>
    public HastyRetryAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var retries = new HastyRetry(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (retries.SentBy(call) is { } rest && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), rest));
                }
            },
            OperationKind.Invocation);
    }
}
