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
        IsSame(Bare(stored), Bare(current))
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
        && Yielded(declaration) is { } yielded
        && IsParameter(yielded, method.Parameters[0].Name);

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

    private static ExpressionSyntax? Yielded(MethodDeclarationSyntax declaration) => declaration switch
    {
        { ExpressionBody.Expression: var expression } => expression,
        { Body.Statements: { Count: 1 } body } => (body[0] as ReturnStatementSyntax)?.Expression,
        _ => null,
    };

    private static bool IsParameter(ExpressionSyntax expression, string parameter) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == parameter,
        ParenthesizedExpressionSyntax inner => IsParameter(inner.Expression, parameter),
        CastExpressionSyntax cast => IsParameter(cast.Expression, parameter),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => IsParameter(sure.Operand, parameter),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: { Count: 1 } only } => IsParameter(only[0].Expression, parameter),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } unwrapped => IsParameter(unwrapped.Expression, parameter),
        _ => false,
    };
}
