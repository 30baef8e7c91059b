using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Generator.Keys;
using DynamoGen.Generator.Parsing;
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
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Expression: LiteralExpressionSyntax literal } argument
        && argument.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        && model.GetDeclaredSymbol(declaration, cancellationToken) is { } entity
        && WithoutFormats(literal, entity) != literal.Token.Text
            ? literal
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        if (editor.SemanticModel.GetDeclaredSymbol(target.FirstAncestorOrSelf<TypeDeclarationSyntax>()!) is { } entity)
        {
            var literal = (LiteralExpressionSyntax)target;
            editor.ReplaceNode(literal, SyntaxFactory.ParseExpression(WithoutFormats(literal, entity)).WithTriviaFrom(literal));
        }
    }

    /// <summary>The literal as it stands in the source, without the formats that do not sort.</summary>
    private static string WithoutFormats(LiteralExpressionSyntax literal, INamedTypeSymbol entity) =>
        KeyTemplate.Parse(literal.Token.ValueText).Segments
            .Where(segment => IsUnsortable(segment, entity))
            .Aggregate(literal.Token.Text, (text, segment) => text.Replace($"{{{segment.Property}:{segment.Format}}}", $"{{{segment.Property}}}"));

    private static bool IsUnsortable(KeyTemplateSegment segment, INamedTypeSymbol entity)
    {
        if (segment.Format is null || PropertyOf(entity, segment.Property!.TrimStart('@')) is not { } property)
        {
            return false;
        }

        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        KeyPartTypes.Parse(type, property.Name, segment.Format, out var problem);
        return problem?.Rule == DeclarationRule.UnsortableFormat;
    }

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol entity, string name)
    {
        for (INamedTypeSymbol? type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
