using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>Reads all sets of a search where the first was read: the method that does has the same arguments and result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadRemainingCodeFix)), Shared]
public sealed class ReadRemainingCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ReadRemainingCodeFix()
        : base("Read all sets", RuleIdentifiers.FirstSet)
    {
    }

    private protected override SyntaxNode? FindTarget(
        Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan) as IdentifierNameSyntax;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var name = (IdentifierNameSyntax)target;
        return SyntaxFactory.IdentifierName(name.Identifier.ValueText.Replace("NextSet", "Remaining")).WithTriviaFrom(name);
    }
}
