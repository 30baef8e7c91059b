using System.Composition;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Turns the attributes of <c>DynamoDBContext</c> in one list into DynamoGen's own, and removes those that the declaration says already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MapperAttributeCodeFix)), Shared]
public sealed class MapperAttributeCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public MapperAttributeCodeFix()
        : base("Turn it into DynamoGen's own attribute", RuleIdentifiers.MapperAttribute)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax list } attribute
        && OursOf(attribute, model, cancellationToken) is not null
            ? list
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var list = (AttributeListSyntax)target;
        var attributes = list.Attributes
            .SelectMany(attribute => OursOf(attribute, editor.SemanticModel, CancellationToken.None)?.Select(Written) ?? [attribute])
            .ToArray();
        if (attributes.Length > 0)
        {
            editor.ReplaceNode(list, list.WithAttributes(SyntaxFactory.SeparatedList(attributes)).WithAdditionalAnnotations(Formatter.Annotation));
        }
        else
        {
            Remove(editor, list);
        }
    }

    /// <summary>The comment in front of the list stays in front of what follows, which has an indentation of its own.</summary>
    private static void Remove(DocumentEditor editor, AttributeListSyntax list)
    {
        var leading = list.GetLeadingTrivia();
        if (leading.All(trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))
        {
            editor.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);
            return;
        }

        if (leading.Last().IsKind(SyntaxKind.WhitespaceTrivia))
        {
            editor.ReplaceNode(list, (current, _) => current.WithLeadingTrivia(leading.RemoveAt(leading.Count - 1)));
        }

        editor.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia);
    }

    /// <summary>What takes the attribute's place; null where it stays.</summary>
    private static IReadOnlyList<OwnAttribute>? OursOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
    {
        if (OwnerOf(attribute, model, cancellationToken) is not { } owner
            || owner.GetAttributes().FirstOrDefault(data => data.ApplicationSyntaxReference?.Span == attribute.Span) is not { } data
            || data.AttributeClass is not { ContainingNamespace: { Name: "DataModel", ContainingNamespace.Name: "DynamoDBv2" } })
        {
            return null;
        }

        return MapperAdvice.Of(data, owner).Ours;
    }

    /// <summary>What the attribute belongs to: a record's parameter gives <c>[property: …]</c> to the property of its name.</summary>
    private static ISymbol? OwnerOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken) =>
        attribute.Parent?.Parent switch
        {
            ParameterSyntax parameter when model.GetDeclaredSymbol(parameter, cancellationToken) is { } symbol =>
                symbol.ContainingType.GetMembers(symbol.Name).OfType<IPropertySymbol>().FirstOrDefault(),
            MemberDeclarationSyntax member => model.GetDeclaredSymbol(member, cancellationToken),
            _ => null,
        };

    private static AttributeSyntax Written(OwnAttribute own)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"DynamoGen.{own.Name}").WithAdditionalAnnotations(Simplifier.Annotation));
        return own.Argument is null
            ? attribute
            : attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(own.Argument))));
    }
}
