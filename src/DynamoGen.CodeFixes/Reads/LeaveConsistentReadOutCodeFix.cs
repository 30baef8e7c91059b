using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>Removes <c>[ConsistentRead]</c>, or <c>ConsistentRead = true</c> in an initializer or as a statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveConsistentReadOutCodeFix)), Shared]
public sealed class LeaveConsistentReadOutCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public LeaveConsistentReadOutCodeFix()
        : base("Read eventually consistent", RuleIdentifiers.ConsistentReadOfIndex)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        ReadIn(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is { } read
            && !read.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
                ? read
                : null;

    private static SyntaxNode? ReadIn(SyntaxNode found) =>
        found switch
        {
            ExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } => assignment,
            ExpressionSyntax
            {
                Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement },
            } =>
                statement.Parent is GlobalStatementSyntax global ? global : statement,
            var node => node.FirstAncestorOrSelf<AttributeSyntax>(),
        };

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        if (target.Parent is AttributeListSyntax { Attributes.Count: 1, Parent: MethodDeclarationSyntax method } list && method.AttributeLists[0] == list)
        {
            editor.ReplaceNode(method, (current, _) => WithoutFirstList((MethodDeclarationSyntax)current));
        }
        else if (target is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment)
        {
            editor.ReplaceNode(initializer, initializer.WithExpressions(Without(initializer.Expressions, assignment)));
        }
        else if (target is StatementSyntax statement && !statement.IsInList())
        {
            // What stands alone, as behind an "if" without braces, cannot be left out.
            editor.ReplaceNode(statement, SyntaxFactory.Block().WithTriviaFrom(statement));
        }
        else
        {
            editor.RemoveNode(target.Parent is AttributeListSyntax { Attributes.Count: 1 } own ? own : target, SyntaxRemoveOptions.KeepNoTrivia);
        }
    }

    /// <summary>What stood behind the last one, a blank or a line end, stands behind the last one that is left, unless a comment does.</summary>
    private static SeparatedSyntaxList<ExpressionSyntax> Without(SeparatedSyntaxList<ExpressionSyntax> expressions, ExpressionSyntax removed)
    {
        var rest = expressions.Remove(removed);
        if (rest.Count == 0 || rest.SeparatorCount == rest.Count)
        {
            return rest;
        }

        var behindComma = expressions.GetSeparator(rest.Count - 1).TrailingTrivia;
        var hasComment = removed == expressions.Last() && behindComma.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return rest.Replace(rest.Last(), rest.Last().WithTrailingTrivia(hasComment ? behindComma : expressions.Last().GetTrailingTrivia()));
    }

    /// <summary>What stands above the list, such as documentation, belongs to the method.</summary>
    private static MethodDeclarationSyntax WithoutFirstList(MethodDeclarationSyntax method) =>
        method.WithAttributeLists(method.AttributeLists.RemoveAt(0)).WithLeadingTrivia(method.GetLeadingTrivia());
}
