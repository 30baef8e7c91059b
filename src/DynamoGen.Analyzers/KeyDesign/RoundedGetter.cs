using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Recognises a text that is a rounded time, as in <c>get => Updated.ToString("yyyyMM")</c> and <c>$"{Updated:yyyyMM}"</c>.</summary>
internal static class RoundedGetter
{
    /// <summary>Such as <c>a month</c>; null for every other property.</summary>
    public static string? PeriodOf(IPropertySymbol property) =>
        property.Type.SpecialType == SpecialType.System_String && ValueOf(property) is { } value
            ? value switch
            {
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var time },
                    ArgumentList.Arguments: { Count: 1 or 2 } arguments,
                } when arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string format } => PeriodOf(time, format, property),
                InterpolatedStringExpressionSyntax { Contents: var contents } when contents.OfType<InterpolationSyntax>().ToList() is { Count: 1 } holes =>
                    PeriodOf(holes[0].Expression, holes[0].FormatClause?.FormatStringToken.ValueText, property),
                _ => null,
            }
            : null;

    /// <summary>What a getter returns, or null where it does more than that.</summary>
    public static ExpressionSyntax? ValueOf(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax declaration)
        {
            return null;
        }

        var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
        return declaration.ExpressionBody?.Expression
            ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body?.Statements is { Count: 1 } statements ? (statements[0] as ReturnStatementSyntax)?.Expression : null);
    }

    /// <summary>The period of a property of the same class, or of the current time.</summary>
    private static string? PeriodOf(ExpressionSyntax time, string? format, IPropertySymbol getter)
    {
        var source = SourceOf(time, getter);
        return source is null ? null : TimePeriod.Of(source.Type, format);
    }

    /// <summary>The property of the same class that an expression names, or null.</summary>
    public static IPropertySymbol? SourceOf(ExpressionSyntax value, IPropertySymbol getter)
    {
        var name = value switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var member } => member.Identifier.ValueText,
            _ => null,
        };
        return getter.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Name == name);
    }
}
