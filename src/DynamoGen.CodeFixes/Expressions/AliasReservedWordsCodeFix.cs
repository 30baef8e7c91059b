using System.Composition;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

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
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            is LiteralExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } literal
        && ExpressionLiteral.CanBeChanged(literal)
        && assignment.Parent is InitializerExpressionSyntax { ContainsDirectives: false } initializer
        && !AreNamesGivenElsewhere(initializer, model, cancellationToken)
        && AttributeNameDictionary.CanTake(initializer, ExpressionLiteral.ReservedWordsOf(assignment))
            ? initializer
            : null;

    /// <summary>Whether a later statement gives the request other names, so that what is added here would be lost.</summary>
    private static bool AreNamesGivenElsewhere(InitializerExpressionSyntax initializer, SemanticModel model, CancellationToken cancellationToken) =>
        SdkSymbols.Find(model.Compilation) is { } sdk
        && initializer.Parent is { } creation
        && model.GetOperation(creation, cancellationToken) is IObjectCreationOperation request
        && VisibleObject.Of(request, sdk).ValuesOf("ExpressionAttributeNames").Any(names => !initializer.Span.Contains(names.Syntax.Span));

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
