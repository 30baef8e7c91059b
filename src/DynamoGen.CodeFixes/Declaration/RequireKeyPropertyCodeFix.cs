using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Makes a property of the primary key <c>required</c> and not nullable; a parameter of a record loses its <c>?</c> and a default of null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireKeyPropertyCodeFix)), Shared]
public sealed class RequireKeyPropertyCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public RequireKeyPropertyCodeFix()
        : base("Make the property required and not nullable", RuleIdentifiers.NullableTableKey)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        KeyPlaceholders.LiteralAt(root, diagnostic.Location) is { } literal
            ? KeyPlaceholders.Of(literal, model, cancellationToken)
                .SelectMany(placeholder => placeholder.Property.DeclaringSyntaxReferences)
                .Where(declaration => declaration.SyntaxTree == root.SyntaxTree)
                .Select(declaration => declaration.GetSyntax(cancellationToken))
                .FirstOrDefault(CanBeRequired)
            : null;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation) => target switch
    {
        ParameterSyntax parameter =>
            parameter.WithType(NotNullable(parameter.Type)).WithIdentifier(parameter.Identifier.WithTrailingTrivia()).WithDefault(null),
        PropertyDeclarationSyntax property => WithoutNull(property).WithType(NotNullable(property.Type)!).WithModifiers(Required(property)),
        _ => target,
    };

    private static bool CanBeRequired(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter is { Type: NullableTypeSyntax, Parent: ParameterListSyntax list }
            && (parameter.Default is null || list.Parameters.TakeWhile(other => other != parameter).All(other => other.Default is null)),
        PropertyDeclarationSyntax property => property is { Type: NullableTypeSyntax, AccessorList.Accessors: var accessors }
            && accessors.Any(accessor => accessor.Keyword.Kind() is SyntaxKind.InitKeyword or SyntaxKind.SetKeyword && accessor.Modifiers.Count == 0)
            && (property.Initializer is null || IsNull(property.Initializer)),
        _ => false,
    };

    private static TypeSyntax? NotNullable(TypeSyntax? type) => type is NullableTypeSyntax nullable ? nullable.ElementType.WithTriviaFrom(nullable) : type;

    private static PropertyDeclarationSyntax WithoutNull(PropertyDeclarationSyntax property) =>
        property.Initializer is null
            ? property
            : property.WithInitializer(null).WithSemicolonToken(default)
                .WithAccessorList(property.AccessorList!.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia));

    private static SyntaxTokenList Required(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.RequiredKeyword)
            ? property.Modifiers
            : property.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static bool IsNull(EqualsValueClauseSyntax initializer) =>
        initializer.Value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
}
