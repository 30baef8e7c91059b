using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4013: a number that is read, counted up and written back, where another caller may do the same meanwhile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostCountAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LostCount,
        title: "Counter is read, counted up and written back",
        messageFormat: "'{0}' is read, counted up and written back without a condition: two callers at once write the same number; "
            + "count by UpdateItem with 'SET n = n + :one' or 'ADD n :one', or {1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "Between the read and the write another caller may read the same number. An update that counts in DynamoDB itself loses nothing.");

    /// <summary>Creates the analyzer.</summary>
    public LostCountAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var mapped = new MappedCounter(sdk);
        var stored = new StoredCounter(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (mapped.SavedBy(call) is { } property)
                {
                    Report(context, call, property, "give the class a [DynamoDBVersion]");
                }
                else if (stored.PutBy(call) is { } attribute)
                {
                    Report(context, call, attribute, "set a ConditionExpression");
                }
            },
            OperationKind.Invocation);

        void Report(OperationAnalysisContext context, IInvocationOperation call, string counter, string otherwise)
        {
            if (!CountedUp.IsGuarded(call) && !dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), counter, otherwise));
            }
        }
    }
}
