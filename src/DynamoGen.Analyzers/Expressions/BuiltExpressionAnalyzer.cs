using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5005: an expression or a statement whose text holds data.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BuiltExpressionAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.BuiltExpression,
        title: "Expression is built from data",
        messageFormat: "The text of {0} holds '{1}', by which whoever gives it can change what is asked for or written; write {2} in its place",
        RuleCategories.Expressions,
        DiagnosticSeverity.Warning,
        description: "What stands in the text of an expression is read as a part of it; what a placeholder stands for is only ever a value or a name.");

    /// <summary>Creates the analyzer.</summary>
    public BuiltExpressionAnalyzer()
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
        var statements = new HashSet<ISymbol>(
            new[] { "ExecuteStatementRequest", "BatchStatementRequest", "ParameterizedStatement" }
                .SelectMany(request => sdk.TypeNamed($"Model.{request}")?.GetMembers("Statement").AsEnumerable() ?? []),
            SymbolEqualityComparer.Default);
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);

        void Analyze(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is not IPropertyReferenceOperation { Property: var property }
                || (properties.KindOf(assignment) is null && !statements.Contains(property))
                || dynamo.Excludes(assignment.Syntax.SyntaxTree))
            {
                return;
            }

            var remedy = statements.Contains(property)
                ? "?, and the value into Parameters,"
                : "a placeholder, :value of ExpressionAttributeValues or #name of ExpressionAttributeNames,";
            foreach (var hole in ExpressionHoles.In(assignment.Value))
            {
                if (DataOrigin.SeverityOf(hole, sdk) is { } severity)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule, hole.Syntax.GetLocation(), severity, additionalLocations: null, properties: null, property.Name, hole.Syntax.ToString(), remedy));
                }
            }
        }
    }
}
