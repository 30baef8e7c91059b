using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>
/// Turns <c>await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put { … } }] });</c> into
/// <c>await client.PutItemAsync(new PutItemRequest { … });</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingleWriteCodeFix)), Shared]
public sealed class SingleWriteCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public SingleWriteCodeFix()
        : base("Write the item without a transaction", RuleIdentifiers.SingleActionTransaction)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } request
        && request.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
        && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TransactWriteItemsAsync" }
        && IsResponseUnused(call)
        && !IsFailureCaught(call)
        && ActionOf(request) is (_, var action)
        && !HasCommentOutside(action.Initializer!, request)
            ? call
            : null;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var call = (InvocationExpressionSyntax)target;
        var method = (MemberAccessExpressionSyntax)call.Expression;
        var transaction = call.ArgumentList.Arguments[0];
        var (kind, action) = ActionOf((BaseObjectCreationExpressionSyntax)transaction.Expression)!.Value;
        var type = compilation.GetTypeByMetadataName($"Amazon.DynamoDBv2.Model.{kind}ItemRequest")!;
        var typeName = (TypeSyntax)generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        var request = SyntaxFactory.ObjectCreationExpression(typeName).WithInitializer(action.Initializer!.WithoutTrivia());
        return call
            .WithExpression(method.WithName(SyntaxFactory.IdentifierName($"{kind}ItemAsync").WithTriviaFrom(method.Name)))
            .WithArgumentList(call.ArgumentList.ReplaceNode(transaction, transaction.WithExpression(request.WithTriviaFrom(transaction.Expression))))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsResponseUnused(InvocationExpressionSyntax call)
    {
        SyntaxNode task =
            call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
                ? configured
                : call;
        return task.Parent is AwaitExpressionSyntax awaited && (awaited.Parent is ExpressionStatementSyntax || IsDiscarded(awaited));
    }

    private static bool IsDiscarded(AwaitExpressionSyntax awaited) =>
        awaited.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax };

    /// <summary>Whether something is said, or left to the preprocessor, in what the fix takes away.</summary>
    private static bool HasCommentOutside(SyntaxNode kept, SyntaxNode request) =>
        request.DescendantTrivia()
            .Any(trivia => !kept.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>A single write fails with another exception than a transaction does.</summary>
    private static bool IsFailureCaught(SyntaxNode call) =>
        call.Ancestors().OfType<TryStatementSyntax>()
            .SelectMany(statement => statement.Catches)
            .Any(clause => clause.ToString().Contains("Transaction"));

    /// <summary>The action of a request that has nothing else.</summary>
    private static (string Kind, BaseObjectCreationExpressionSyntax Creation)? ActionOf(BaseObjectCreationExpressionSyntax request) =>
        OnlyValue(request, "TransactItems") is { } items
        && OnlyElement(items) is BaseObjectCreationExpressionSyntax item
        && item.Initializer is { Expressions: { Count: 1 } actions }
        && actions[0] is AssignmentExpressionSyntax
        {
            Left: IdentifierNameSyntax { Identifier.ValueText: "Put" or "Update" or "Delete" } kind,
            Right: BaseObjectCreationExpressionSyntax action,
        }
        && action.Initializer is not null
            ? (kind.Identifier.ValueText, action)
            : null;

    private static ExpressionSyntax? OnlyValue(BaseObjectCreationExpressionSyntax creation, string property) =>
        creation.Initializer is { Expressions: { Count: 1 } assignments }
        && assignments[0] is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value } && name == property
            ? value
            : null;

    private static ExpressionSyntax? OnlyElement(ExpressionSyntax list) =>
        list switch
        {
            CollectionExpressionSyntax { Elements: { Count: 1 } elements } => (elements[0] as ExpressionElementSyntax)?.Expression,
            BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: 1 } elements } => elements[0],
            InitializerExpressionSyntax { Expressions: { Count: 1 } elements } => elements[0],
            _ => null,
        };
}
