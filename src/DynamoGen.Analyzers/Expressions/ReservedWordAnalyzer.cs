using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5001: an expression that names an attribute by a reserved word.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReservedWordAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ReservedWord,
        title: "Reserved word without an alias",
        messageFormat: "'{0}' is a reserved word, which DynamoDB refuses in an expression; write '#{0}' and map it in ExpressionAttributeNames",
        RuleCategories.Expressions,
        DiagnosticSeverity.Error,
        description: "Attributes may have any name, but in an expression 573 words stand for nothing but themselves. "
            + "An alias such as #name stands for an attribute of any name.");

    /// <summary>Creates the analyzer.</summary>
    public ReservedWordAnalyzer()
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
            if (properties.Read(assignment) is { IsValid: true } expression && !dynamo.Excludes(assignment.Syntax.SyntaxTree))
            {
                foreach (var word in In(expression))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, ExpressionLocation.Of(assignment.Value, word), word.Text));
                }
            }
        }
    }

    /// <summary>The first of each reserved word in an expression.</summary>
    internal static IEnumerable<ExpressionToken> In(DynamoExpression expression) =>
        expression.Paths
            .SelectMany(path => path.Names)
            .Where(name => name.Kind == ExpressionTokenKind.Word && ReservedWords.Contains(name.Text))
            .GroupBy(name => name.Text, StringComparer.Ordinal)
            .Select(group => group.First());
}
