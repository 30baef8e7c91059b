using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>Turns <c>x.Count &gt; 0</c>, <c>x.Any()</c> and their opposites into <c>x is { Count: &gt; 0 }</c> and <c>x is not { Count: &gt; 0 }</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TestForItemsCodeFix)), Shared]
public sealed class TestForItemsCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public TestForItemsCodeFix()
        : base("Test with 'is { Count: > 0 }'", RuleIdentifiers.NullCollection)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 }
        && MemberOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is { } member
            ? TestOf(member)
            : null;

    /// <summary>The access to a member of the collection, which is a property or a variable.</summary>
    private static MemberAccessExpressionSyntax? MemberOf(SyntaxNode collection) =>
        collection.Parent is MemberAccessExpressionSyntax access && access.Name == collection
            ? access.Parent as MemberAccessExpressionSyntax
            : collection.Parent as MemberAccessExpressionSyntax;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var (collection, isNegative) = Read((ExpressionSyntax)target);
        var pattern = isNegative ? "is not { Count: > 0 }" : "is { Count: > 0 }";
        var test = SyntaxFactory.ParseExpression($"{collection.WithoutTrivia()} {pattern}");
        return SyntaxFactory.ParenthesizedExpression(test).WithTriviaFrom(target).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The whole test that a <c>.Count</c> or <c>.Any</c> belongs to, or null if it is another use.</summary>
    private static ExpressionSyntax? TestOf(MemberAccessExpressionSyntax member) =>
        member switch
        {
            { Name.Identifier.ValueText: "Count", Parent: BinaryExpressionSyntax { Right: LiteralExpressionSyntax } comparison }
                when IsNegative(comparison) is not null => comparison,
            {
                Name.Identifier.ValueText: "Any",
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: PrefixUnaryExpressionSyntax not },
            }
                when not.IsKind(SyntaxKind.LogicalNotExpression) => not,
            { Name.Identifier.ValueText: "Any", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call } => call,
            _ => null,
        };

    private static (ExpressionSyntax Collection, bool IsNegative) Read(ExpressionSyntax test) =>
        test switch
        {
            BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax count } comparison => (count.Expression, IsNegative(comparison) == true),
            PrefixUnaryExpressionSyntax not => (Read(not.Operand).Collection, true),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax any } => (any.Expression, false),
            _ => (test, false),
        };

    /// <summary>Whether a comparison of a count asks for none (true) or for some (false); null for any other.</summary>
    private static bool? IsNegative(BinaryExpressionSyntax comparison) =>
        (comparison.Kind(), (comparison.Right as LiteralExpressionSyntax)?.Token.Value) switch
        {
            (SyntaxKind.GreaterThanExpression or SyntaxKind.NotEqualsExpression, 0) or (SyntaxKind.GreaterThanOrEqualExpression, 1) => false,
            (SyntaxKind.EqualsExpression or SyntaxKind.LessThanOrEqualExpression, 0) or (SyntaxKind.LessThanExpression, 1) => true,
            _ => null,
        };
}
