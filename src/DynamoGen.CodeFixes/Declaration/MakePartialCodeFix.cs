using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Makes a declaration partial, and the types around it, so that its other half can be generated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix)), Shared]
public sealed class MakePartialCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public MakePartialCodeFix()
        : base("Make it partial", RuleIdentifiers.NotExtensible)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && Around(type).Any(declaration => !Has(declaration, SyntaxKind.PartialKeyword))
            && Around(type).All(declaration => declaration.TypeParameterList is null && !Has(declaration, SyntaxKind.FileKeyword))
            && !(type is ClassDeclarationSyntax && (Has(type, SyntaxKind.StaticKeyword) || Has(type, SyntaxKind.AbstractKeyword)))
                ? type
                : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        foreach (var declaration in Around((TypeDeclarationSyntax)target).Where(declaration => !Has(declaration, SyntaxKind.PartialKeyword)))
        {
            editor.ReplaceNode(declaration, (current, generator) => generator.WithModifiers(current, generator.GetModifiers(current).WithPartial(true)));
        }
    }

    /// <summary>The declaration and those that it stands in.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Around(TypeDeclarationSyntax type) => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>();

    private static bool Has(TypeDeclarationSyntax declaration, SyntaxKind modifier) => declaration.Modifiers.Any(modifier);
}
