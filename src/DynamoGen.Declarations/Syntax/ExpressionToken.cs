using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Declarations.Syntax;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The piece as written, with the <c>#</c> or <c>:</c> of a placeholder; of a parameter and of a quoted text only what is inside.</param>
/// <param name="Span">Where it stands in the expression.</param>
internal sealed record ExpressionToken(ExpressionTokenKind Kind, string Text, TextSpan Span)
{
    public bool IsSymbol(string symbol) => Kind == ExpressionTokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is a keyword, which DynamoDB takes in any letter case.</summary>
    public bool IsKeyword(string keyword) => Kind == ExpressionTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a piece of an expression is.</summary>
internal enum ExpressionTokenKind
{
    /// <summary>A name, a keyword or a function name.</summary>
    Word,

    /// <summary>A placeholder of an attribute name: <c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary>A placeholder of a value: <c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>A method's parameter in braces: <c>{name}</c>.</summary>
    Parameter,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>The digits of a number, perhaps with a point and a sign.</summary>
    Number,

    /// <summary>An operator or punctuation.</summary>
    Symbol,

    /// <summary>A brace or a quote that nothing closes, with all that follows it.</summary>
    Unclosed,

    /// <summary>A character that no expression may hold.</summary>
    Unknown,

    End,
}
