using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>Reads an expression of a request that can only be one text.</summary>
internal static class RequestText
{
    public static (IOperation Value, DynamoExpression Expression)? OnlyOf(VisibleObject request, string property, ExpressionKind kind) =>
        request.ValuesOf(property) is { Count: 1 } values
        && ConstantText.Of(values[0]) is { } text
        && DynamoExpression.Parse(text, kind) is { IsValid: true } expression
            ? (values[0], expression)
            : null;
}
