using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Leaves a format that does not sort out of a key template: the placeholder then has the fixed width of its type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveFormatOutCodeFix)), Shared]
public sealed class LeaveFormatOutCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public LeaveFormatOutCodeFix()
        : base("Leave the format out", RuleIdentifiers.UnsortableFormat)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        KeyPlaceholders.LiteralAt(root, diagnostic.Location) is { } literal && WithoutFormats(literal, model, cancellationToken) != literal.Token.Text
            ? literal
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target) =>
        editor.ReplaceNode(target, SyntaxFactory.ParseExpression(WithoutFormats((LiteralExpressionSyntax)target, editor.SemanticModel, CancellationToken.None))
            .WithTriviaFrom(target));

    /// <summary>The literal as it stands in the source, without the formats that do not sort.</summary>
    private static string WithoutFormats(LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellationToken) =>
        KeyPlaceholders.Of(literal, model, cancellationToken)
            .Where(placeholder => IsUnsortable(placeholder.Segment, placeholder.Property))
            .Select(placeholder => placeholder.Segment)
            .Aggregate(literal.Token.Text, (text, segment) => text.Replace($"{{{segment.Property}:{segment.Format}}}", $"{{{segment.Property}}}"));

    private static bool IsUnsortable(KeyTemplateSegment segment, IPropertySymbol property)
    {
        if (segment.Format is null)
        {
            return false;
        }

        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        KeyPartTypes.Parse(type, property.Name, segment.Format, property.ContainingType, out var problem);
        return problem?.Rule == DeclarationRule.UnsortableFormat;
    }
}
