using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Writes a time to live with <c>ToUnixTimeSeconds()</c>. A local that holds milliseconds may have other uses, and is left alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteSecondsCodeFix)), Shared]
public sealed class WriteSecondsCodeFix : DocumentCodeFix
{
    private const string Milliseconds = "ToUnixTimeMilliseconds";
    private const string Seconds = "ToUnixTimeSeconds";

    /// <summary>Creates the fix.</summary>
    public WriteSecondsCodeFix()
        : base("Write seconds", RuleIdentifiers.TimeToLiveUnit)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .FirstOrDefault(name => name.Identifier.ValueText == Milliseconds);

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation) =>
        SyntaxFactory.IdentifierName(Seconds).WithTriviaFrom(target);
}
