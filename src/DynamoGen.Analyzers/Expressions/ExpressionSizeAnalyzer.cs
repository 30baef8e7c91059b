using System.Text;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5007: an expression that is longer, or asks for more, than DynamoDB allows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpressionSizeAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OversizedExpression,
        title: "Expression over a limit",
        messageFormat: "The expression {0}, so that DynamoDB rejects the request every time; {1}",
        RuleCategories.Expressions,
        DiagnosticSeverity.Error,
        description: "An expression has at most 4,096 bytes, 300 operators and functions, and 100 operands of one IN.");

    private const int MostBytes = 4096;
    private const int MostOperators = 300;
    private const int MostCandidates = 100;

    /// <summary>Creates the analyzer.</summary>
    public ExpressionSizeAnalyzer()
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
            if (properties.KindOf(assignment) is { } kind
                && ConstantText.Of(assignment.Value) is { } text
                && ExcessOf(text, kind) is var (excess, remedy)
                && !dynamo.Excludes(assignment.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, assignment.Value.Syntax.GetLocation(), excess, remedy));
            }
        }
    }

    /// <summary>What there is too much of, and what to do about it; null where nothing is.</summary>
    private static (string Excess, string Remedy)? ExcessOf(string text, ExpressionKind kind)
    {
        if (Encoding.UTF8.GetByteCount(text) is > MostBytes and var bytes)
        {
            return ($"has {bytes} bytes of {MostBytes}", "use shorter placeholders, or several requests");
        }

        var size = ExpressionSize.Of(DynamoExpression.Parse(text, kind).Syntax);
        return size.MostCandidates > MostCandidates
            ? ($"has {size.MostCandidates} operands in one IN of {MostCandidates}", "use several IN with OR between them")
            : size.Operators > MostOperators ? ($"has {size.Operators} operators and functions of {MostOperators}", "use several requests")
            : null;
    }
}
