using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Has an access pattern that returns whole entities from an index without all of their attributes read the table too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HydrateCodeFix)), Shared]
public sealed class HydrateCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public HydrateCodeFix()
        : base("Read whole items from the table ([Hydrate])", RuleIdentifiers.IndexProjection)
    {
    }

    /// <summary>One run fixes all of the rule: an index may have to hold what a filter looks at beside what is read from the table.</summary>
    public override FixAllProvider GetFixAllProvider() => IncludeInIndexFixAllProvider.Instance;

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        ListOf(diagnostic, root, model, cancellationToken);

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation) => Hydrating(target);

    /// <summary>The list of attributes with the pattern's index; null where less than whole entities is returned.</summary>
    internal static AttributeListSyntax? ListOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>() is { Parent: MethodDeclarationSyntax declaration } attributes
        && model.GetDeclaredSymbol(declaration, cancellationToken) is { } method
        && !method.Has(DeclarationAttributes.Hydrate)
        && ReturnsEntities(method.ReturnType)
            ? attributes
            : null;

    /// <summary>The list with one attribute more.</summary>
    internal static SyntaxNode Hydrating(SyntaxNode list) =>
        ((AttributeListSyntax)list).AddAttributes(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Hydrate")));

    private static bool ReturnsEntities(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.Has(DeclarationAttributes.Entity) || named.TypeArguments.Any(ReturnsEntities));
}
