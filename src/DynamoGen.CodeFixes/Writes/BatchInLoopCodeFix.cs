using System.Composition;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Analyzers.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>Moves <c>var batch = context.CreateBatchWrite&lt;T&gt;();</c> into the loop that fills and sends the batch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchInLoopCodeFix)), Shared]
public sealed class BatchInLoopCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public BatchInLoopCodeFix()
        : base("Create the batch inside of the loop", RuleIdentifiers.ReusedBatch)
    {
    }

    /// <summary>The call that sends the batch.</summary>
    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Read(call, model) is not null
            ? call
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var (declaration, body) = Read((InvocationExpressionSyntax)target, editor.SemanticModel)!.Value;
        SyntaxNode removed = declaration.Parent is GlobalStatementSyntax global ? global : declaration;
        editor.ReplaceNode(body, (current, _) => WithFirst(declaration, (StatementSyntax)current));
        editor.ReplaceNode(removed, (current, _) => WithoutIndentation(current));
        editor.RemoveNode(removed, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }

    /// <summary>What is said ahead of the statement stays, and the next one has its own indentation.</summary>
    private static SyntaxNode WithoutIndentation(SyntaxNode statement) =>
        statement.GetLeadingTrivia() is { Count: > 0 } trivia && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia)
            ? statement.WithLeadingTrivia(trivia.Take(trivia.Count - 1))
            : statement;

    private static BlockSyntax WithFirst(StatementSyntax declaration, StatementSyntax body)
    {
        var bare = declaration.WithoutLeadingTrivia().WithAdditionalAnnotations(Formatter.Annotation);
        return body is BlockSyntax block
            ? block.WithStatements(block.Statements.Insert(0, bare))
            : SyntaxFactory.Block(bare, body).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static (LocalDeclarationStatementSyntax Declaration, StatementSyntax Body)? Read(InvocationExpressionSyntax call, SemanticModel model) =>
        SdkSymbols.Find(model.Compilation) is { } sdk
        && model.GetOperation(call) is IInvocationOperation execution
        && ReusedBatch.SentBy(execution, sdk) is { CanBelongToLoop: true } batch
        && batch.Creation.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration.Variables: { Count: 1 } variables } declaration
        && variables[0].Initializer?.Value == batch.Creation.Syntax
        && batch.Loop.Body.Syntax is StatementSyntax body
            ? (declaration, body)
            : null;
}
