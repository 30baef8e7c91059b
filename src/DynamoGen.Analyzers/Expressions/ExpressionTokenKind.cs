namespace DynamoGen.Analyzers.Expressions;

internal enum ExpressionTokenKind
{
    /// <summary>An attribute name, a keyword or a function name.</summary>
    Word,

    /// <summary>A placeholder of an attribute name: <c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary>A placeholder of a value: <c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>The digits of a list index.</summary>
    Number,

    /// <summary>An operator or punctuation.</summary>
    Symbol,

    /// <summary>A character that no expression may contain.</summary>
    Unknown,

    End,
}
