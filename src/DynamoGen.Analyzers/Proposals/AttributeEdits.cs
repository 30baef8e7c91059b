using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>Writes attributes as a person would: in the list or on the line where their neighbours have theirs.</summary>
internal static class AttributeEdits
{
    /// <summary>An attribute behind another one: in its list where that holds several, else in a list of its own.</summary>
    /// <param name="anchor">The other one.</param>
    /// <param name="text">The attribute.</param>
    /// <param name="cancellationToken">Ends the reading of the source.</param>
    /// <param name="reason">What a comment says of it; on a line of its own where the attribute has one.</param>
    public static SourceEdit? Behind(AttributeData anchor, string text, CancellationToken cancellationToken, string? reason = null)
    {
        if (anchor.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { Parent: AttributeListSyntax list } attribute)
        {
            return null;
        }

        var within = reason is null ? string.Empty : $"/* {reason} */ ";
        if (list.Attributes.Count > 1)
        {
            return Insert(list.SyntaxTree, attribute.Span.End, $", {within}{text}");
        }

        var separator = Separator(list.GetLastToken(), list);
        return Insert(list.SyntaxTree, list.Span.End, separator == " " ? $" {within}[{text}]"
            : reason is null ? $"{separator}[{text}]"
            : $"{separator}// {reason}{separator}[{text}]");
    }

    /// <summary>An attribute before a method, on a line of its own where the method begins one.</summary>
    public static SourceEdit Before(MethodDeclarationSyntax method, string text)
    {
        var before = method.GetFirstToken().GetPreviousToken();
        return Insert(method.SyntaxTree, method.SpanStart, $"[{text}]{Separator(before, method)}");
    }

    /// <summary>The attribute with another first argument.</summary>
    public static SourceEdit? WithArgument(AttributeData data, string text, CancellationToken cancellationToken) =>
        data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } attribute
            ? new SourceEdit(attribute.SyntaxTree, new TextChange(arguments[0].Expression.Span, text))
            : null;

    /// <summary>The source without the attribute, and without its list where that holds nothing else.</summary>
    public static SourceEdit? Without(AttributeData data, CancellationToken cancellationToken)
    {
        if (data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { Parent: AttributeListSyntax list } attribute)
        {
            return null;
        }

        var position = list.Attributes.IndexOf(attribute);
        var span = list.Attributes.Count == 1 ? TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart)
            : position == 0 ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[position - 1].Span.End, attribute.Span.End);
        return new SourceEdit(list.SyntaxTree, new TextChange(span, string.Empty));
    }

    /// <summary>A text as C# writes it.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static SourceEdit Insert(SyntaxTree tree, int position, string text) => new(tree, new TextChange(new TextSpan(position, 0), text));

    /// <summary>A line break and the indentation of a node where a token ends its line, and else a space.</summary>
    private static string Separator(SyntaxToken last, SyntaxNode node)
    {
        var ends = last.TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var indentation = node.GetLeadingTrivia().Reverse().FirstOrDefault(trivia => !trivia.IsKind(SyntaxKind.None));
        return ends == default ? " " : $"{ends}{(indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation.ToString() : string.Empty)}";
    }
}
