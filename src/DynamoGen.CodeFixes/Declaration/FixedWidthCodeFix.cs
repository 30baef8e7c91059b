using System.Composition;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Gives an interpolated number the width of its type's largest value. Items that were written before need it too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixedWidthCodeFix)), Shared]
public sealed class FixedWidthCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public FixedWidthCodeFix()
        : base("Give the number a fixed width", RuleIdentifiers.UnsortableFormat)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InterpolationSyntax>() is { } hole
            && FormatOf(hole, model) is not null
                ? hole
                : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var hole = (InterpolationSyntax)target;
        var format = FormatOf(hole, editor.SemanticModel)!;
        var text = SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, format, format, default);
        editor.ReplaceNode(hole, hole.WithFormatClause(SyntaxFactory.InterpolationFormatClause(SyntaxFactory.Token(SyntaxKind.ColonToken), text)));
    }

    private static string? FormatOf(InterpolationSyntax hole, SemanticModel model) =>
        UnsortableValueAnalyzer.FixedWidthOf(model.GetTypeInfo(hole.Expression).Type);
}
