using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Versions;

/// <summary>
/// Tells whether an upcaster changes nothing of what is stored: it gives its parameter back, or puts it into a wrapper or takes it out of one. The stored
/// value of an older version can then be compared as that of the current one is.
/// </summary>
internal static class KeptForm
{
    /// <param name="method">The upcaster.</param>
    /// <param name="stored">How the older version stored the value.</param>
    /// <param name="current">How what the upcaster yields is stored.</param>
    public static bool Is(IMethodSymbol method, ValueModel stored, ValueModel current) =>
        IsSameValue(stored, current)
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
        && Yielded(declaration) is { } yielded
        && IsParameter(yielded, method.Parameters[0].Name);

    /// <summary>Whether two values are stored alike, but for wrappers around them.</summary>
    public static bool IsSameValue(ValueModel stored, ValueModel current) => IsSame(Bare(stored), Bare(current));

    /// <summary>Whether every value of a property can be written as an older version stored it: as it is, and null only where it was before.</summary>
    public static bool CanBeWritten(ValueModel current, ValueModel stored) =>
        Bare(stored).Equals(Bare(current)) && (stored is NullableValue || current is not NullableValue);

    /// <summary>The property of a parameter that an expression is, in wrappers or out of them; null for anything else.</summary>
    public static string? PropertyOf(ExpressionSyntax expression, string parameter) =>
        Unwrapped(expression) is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access && owner.Identifier.ValueText == parameter
            ? access.Name.Identifier.ValueText
            : null;

    /// <summary>The value inside of wrappers that only wrap it.</summary>
    private static ValueModel Bare(ValueModel value) => value.WithoutNull switch
    {
        ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper => Bare(wrapper.Stored),
        var other => other,
    };

    /// <summary>Whole numbers and decimals are the same number in any type; everything else is stored the same where it is the same type.</summary>
    private static bool IsSame(ValueModel stored, ValueModel current) =>
        stored.Equals(current)
        || (stored is ScalarValue from && current is ScalarValue to && from.Kind.IsWhole() && (to.Kind.IsWhole() || to.Kind == ScalarKind.Decimal));

    /// <summary>The expression that a method returns, where it does nothing else.</summary>
    public static ExpressionSyntax? Yielded(MethodDeclarationSyntax declaration) => declaration switch
    {
        { ExpressionBody.Expression: var expression } => expression,
        { Body.Statements: { Count: 1 } body } => (body[0] as ReturnStatementSyntax)?.Expression,
        _ => null,
    };

    /// <summary>What an expression only casts, or puts into a wrapper or takes out of one.</summary>
    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Unwrapped(inner.Expression),
        CastExpressionSyntax cast => Unwrapped(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Unwrapped(sure.Operand),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: { Count: 1 } only } => Unwrapped(only[0].Expression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: not IdentifierNameSyntax } unwrapped => Unwrapped(unwrapped.Expression),
        _ => expression,
    };

    private static bool IsParameter(ExpressionSyntax expression, string parameter) => Unwrapped(expression) switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == parameter,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } unwrapped => IsParameter(unwrapped.Expression, parameter),
        _ => false,
    };
}
