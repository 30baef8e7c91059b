using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Expressions;

/// <summary>Writes <c>#name</c> for every reserved word of a request's expressions and adds the names to its <c>ExpressionAttributeNames</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AliasReservedWordsCodeFix)), Shared]
public sealed class AliasReservedWordsCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public AliasReservedWordsCodeFix()
        : base("Alias reserved words", RuleIdentifiers.ReservedWord)
    {
    }

    /// <summary>The initializer of the request, where both the expression and the names can be changed in place.</summary>
    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } literal
        && ExpressionLiteral.CanBeChanged(literal)
        && assignment.Parent is InitializerExpressionSyntax initializer
        && AttributeNameDictionary.CanTake(initializer, ExpressionLiteral.ReservedWordsOf(assignment))
            ? initializer
            : null;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var initializer = (InitializerExpressionSyntax)target;
        var assignments = initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Right is LiteralExpressionSyntax literal && ExpressionLiteral.CanBeChanged(literal))
            .ToList();
        var words = assignments.SelectMany(ExpressionLiteral.ReservedWordsOf).Distinct().ToList();
        var aliased = initializer.ReplaceNodes(assignments, (original, current) => current.WithRight(ExpressionLiteral.Alias(original)));
        return AttributeNameDictionary.Add(aliased, words, generator, compilation);
    }
}
