using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4008: an item that is created because a read found none, by a put that replaces what another caller created meanwhile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwritingCreationAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OverwritingCreation,
        title: "An item is created over another",
        messageFormat: "{0} creates what the read before it did not find, without a condition: "
            + "of two callers at once the later one replaces the other's item; {1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "Between the read and the write another caller may create the same item. The condition attribute_not_exists makes the later write fail.");

    /// <summary>Creates the analyzer.</summary>
    public OverwritingCreationAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var creations = new CheckedCreation(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var write = (IInvocationOperation)context.Operation;
                if (creations.IsBy(write) && !CountedUp.IsGuarded(write) && !dynamo.Excludes(write.Syntax.SyntaxTree))
                {
                    var name = write.TargetMethod.Name;
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(write.Syntax), name, RemedyOf(name)));
                }
            },
            OperationKind.Invocation);
    }

    private static string RemedyOf(string method) => method.StartsWith("Save", StringComparison.Ordinal)
        ? "give the class a [DynamoDBVersion], or put with attribute_not_exists(key)"
        : "set ConditionExpression to attribute_not_exists(key)";
}
