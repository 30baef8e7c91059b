using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1037: an attribute that permits something, whose reason is still the text that the fix wrote.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaceholderReasonAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.PlaceholderReason,
        title: "Reason is not written yet",
        messageFormat: "'{0}' is no reason: write down why this is right, or repair what was reported",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "A fix that permits what was reported leaves the reason to its author.");

    /// <summary>Creates the analyzer.</summary>
    public PlaceholderReasonAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not { AllowScanAttribute.ContainingAssembly: var attributes })
        {
            return;
        }

        context.RegisterSyntaxNodeAction(
            context =>
            {
                var argument = (AttributeArgumentSyntax)context.Node;
                if (context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken) is { HasValue: true, Value: string text }
                    && text.TrimStart().StartsWith(PlaceholderReason.Start, StringComparison.OrdinalIgnoreCase)
                    && argument.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                    && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is { ContainingAssembly: var assembly }
                    && SymbolEqualityComparer.Default.Equals(assembly, attributes))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Expression.GetLocation(), text));
                }
            },
            SyntaxKind.AttributeArgument);
    }
}
