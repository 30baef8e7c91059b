using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Expressions;

/// <summary>The <c>ExpressionAttributeNames</c> in the initializer of a request.</summary>
internal static class AttributeNameDictionary
{
    private const string Property = "ExpressionAttributeNames";

    /// <summary>Whether the words can be added: the dictionary is missing, or created in place and without another meaning for an alias.</summary>
    public static bool CanTake(InitializerExpressionSyntax request, IEnumerable<string> words) =>
        Find(request) is not { } names
        || (EntriesOf(names) is { } entries && words.All(word => entries.All(entry => KeyOf(entry) is { } key && (key != Alias(word) || IsFor(entry, word)))));

    public static InitializerExpressionSyntax Add(
        InitializerExpressionSyntax request, IReadOnlyList<string> words, SyntaxGenerator generator, Compilation compilation)
    {
        if (Find(request) is not { } names)
        {
            return AddElement(request, SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(Property), NewDictionary(words, generator, compilation)));
        }

        var existing = InitializerOf(names)!;
        var missing = words.Where(word => existing.Expressions.All(entry => KeyOf(entry) != Alias(word)));
        var usesIndexers = existing.Expressions.FirstOrDefault() is AssignmentExpressionSyntax;
        var extended = missing.Aggregate(existing, (current, word) => AddElement(current, usesIndexers ? IndexerEntry(word) : PairEntry(word)));
        return request.ReplaceNode(existing, extended);
    }

    private static string Alias(string word) => "#" + word;

    private static AssignmentExpressionSyntax? Find(InitializerExpressionSyntax request) =>
        request.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: Property });

    private static InitializerExpressionSyntax? InitializerOf(AssignmentExpressionSyntax names) =>
        names.Right switch
        {
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation => creation.Initializer,
            InitializerExpressionSyntax initializer => initializer,
            _ => null,
        };

    private static IEnumerable<ExpressionSyntax>? EntriesOf(AssignmentExpressionSyntax names) => InitializerOf(names)?.Expressions;

    private static string? KeyOf(ExpressionSyntax entry) => TextOf(Parts(entry)?.Key);

    private static bool IsFor(ExpressionSyntax entry, string word) => TextOf(Parts(entry)?.Value) == word;

    private static string? TextOf(ExpressionSyntax? expression) => (expression as LiteralExpressionSyntax)?.Token.Value as string;

    private static (ExpressionSyntax Key, ExpressionSyntax Value)? Parts(ExpressionSyntax entry) =>
        entry switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys } } assignment =>
                (keys[0].Expression, assignment.Right),
            InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
            _ => null,
        };

    private static ExpressionSyntax NewDictionary(IEnumerable<string> words, SyntaxGenerator generator, Compilation compilation)
    {
        var text = compilation.GetSpecialType(SpecialType.System_String);
        var dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2")!.Construct(text, text);
        var type = (TypeSyntax)generator.TypeExpression(dictionary).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        var entries = SyntaxFactory.SeparatedList<ExpressionSyntax>(words.Select(IndexerEntry));
        return SyntaxFactory.ObjectCreationExpression(type)
            .WithInitializer(SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, entries));
    }

    private static ExpressionSyntax IndexerEntry(string word) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.ImplicitElementAccess(
                SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Literal(Alias(word)))))),
            Literal(word));

    private static ExpressionSyntax PairEntry(string word) =>
        SyntaxFactory.InitializerExpression(
            SyntaxKind.ComplexElementInitializerExpression, SyntaxFactory.SeparatedList<ExpressionSyntax>([Literal(Alias(word)), Literal(word)]));

    private static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    /// <summary>Appends an element, on a line of its own where the others are, and keeps a trailing comma.</summary>
    private static InitializerExpressionSyntax AddElement(InitializerExpressionSyntax initializer, ExpressionSyntax element)
    {
        var elements = initializer.Expressions;
        if (elements.Count == 0)
        {
            return initializer.AddExpressions(element);
        }

        var last = elements.Last();
        var hadTrailingComma = elements.SeparatorCount == elements.Count;
        var separator = hadTrailingComma
            ? elements.GetSeparator(elements.Count - 1)
            : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(last.GetTrailingTrivia());
        var added = element.WithLeadingTrivia(last.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var nodes = elements.Replace(last, hadTrailingComma ? last : last.WithoutTrailingTrivia()).GetWithSeparators();
        nodes = hadTrailingComma ? nodes.Add(added).Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(WithoutComment(separator.TrailingTrivia)))
            : nodes.Add(separator).Add(added.WithTrailingTrivia(WithoutComment(last.GetTrailingTrivia())));
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(nodes));
    }

    /// <summary>A comment speaks of the element it stands behind, not of a new one.</summary>
    private static IEnumerable<SyntaxTrivia> WithoutComment(SyntaxTriviaList trivia) =>
        trivia.Any(SyntaxKind.SingleLineCommentTrivia) || trivia.Any(SyntaxKind.MultiLineCommentTrivia)
            ? trivia.Where(item => item.IsKind(SyntaxKind.EndOfLineTrivia))
            : trivia;
}
