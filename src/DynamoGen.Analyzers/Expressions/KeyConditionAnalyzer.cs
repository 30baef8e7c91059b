using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5004: a key condition that no key can answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyConditionAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.KeyConditionWithoutPartitionKey,
        title: "Key condition without partition-key equality",
        messageFormat: "The key condition {0}, so that DynamoDB rejects the request every time; it must be 'partitionKey = :value', "
            + "perhaps AND one of =, <, <=, >, >=, BETWEEN or begins_with on the sort key",
        RuleCategories.Expressions,
        DiagnosticSeverity.Error,
        description: "A Query reads the items of one partition key, in the order of the sort key. DynamoDB refuses every other key condition.");

    /// <summary>Creates the analyzer.</summary>
    public KeyConditionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var properties = new ExpressionProperties(sdk);
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);

        void Analyze(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (properties.KindOf(assignment) == ExpressionKind.KeyCondition
                && properties.Read(assignment)?.Condition is { } condition
                && FaultOf(condition) is { } fault
                && !IsExtended(assignment)
                && !dynamo.Excludes(assignment.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, assignment.Value.Syntax.GetLocation(), fault));
            }
        }
    }

    private static string? FaultOf(ConditionSyntax condition)
    {
        var conditions = condition.Conjuncts.ToList();
        return conditions.Select(ForbiddenIn).FirstOrDefault(forbidden => forbidden is not null) is { } forbidden ? $"contains {forbidden}"
            : conditions.Any(IsEquality) ? null
            : "compares no attribute with '='";
    }

    private static string? ForbiddenIn(ConditionSyntax condition) =>
        condition switch
        {
            OrSyntax => "OR",
            NotSyntax => "NOT",
            InSyntax => "IN",
            ComparisonSyntax { Operator: "<>" } => "<>",
            CallSyntax { Function.Name.Text: not "begins_with" and var name } => $"the function {name}",
            _ => null,
        };

    private static bool IsEquality(ConditionSyntax condition) =>
        condition is ComparisonSyntax { Operator: "=" } and ({ Left: PathSyntax, Right: ValueSyntax } or { Left: ValueSyntax, Right: PathSyntax });

    /// <summary>Whether the same member appends to the expression, or puts it into another, so that this is not all of it.</summary>
    private static bool IsExtended(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property }
        && LocalVariable.BodyOf(assignment).Descendants().OfType<IPropertyReferenceOperation>()
            .Any(use => SymbolEqualityComparer.Default.Equals(use.Property, property)
                && !(use.Parent is ISimpleAssignmentOperation simple && simple.Target == use));
}
