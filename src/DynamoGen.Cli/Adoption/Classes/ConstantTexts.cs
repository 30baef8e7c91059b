using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>Finds the texts that constants are, as far as the files tell.</summary>
/// <param name="types">The types of the files.</param>
internal sealed class ConstantTexts(SourceTypes types)
{
    /// <summary>A constant that is made of more others than these is made of itself.</summary>
    private const int MostSteps = 50;

    /// <returns>The text, or null where the files do not tell it, or it is none.</returns>
    public string? Of(ExpressionSyntax expression, DeclaredType from) => Of(expression, from, MostSteps);

    private string? Of(ExpressionSyntax expression, DeclaredType from, int steps) => steps == 0 ? null : expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        ParenthesizedExpressionSyntax inner => Of(inner.Expression, from, steps - 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            Of(sum.Left, from, steps - 1) is { } left && Of(sum.Right, from, steps - 1) is { } right ? left + right : null,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [var named] } =>
            LastName(named.Expression),
        IdentifierNameSyntax name => Field(name.Identifier.ValueText, from, steps),
        MemberAccessExpressionSyntax { Name: var name, Expression: var owner } when types.Find(owner.ToString(), from) is { } other =>
            Field(name.Identifier.ValueText, other, steps),
        _ => null,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private string? Field(string name, DeclaredType owner, int steps)
    {
        for (var type = owner; type is not null; type = types.BaseOf(type))
        {
            var constant = type.Parts.OfType<TypeDeclarationSyntax>().SelectMany(part => part.Members).OfType<FieldDeclarationSyntax>()
                .Where(field => field.Modifiers.Any(SyntaxKind.ConstKeyword))
                .SelectMany(field => field.Declaration.Variables)
                .FirstOrDefault(variable => variable.Identifier.ValueText == name);
            if (constant?.Initializer is { } value)
            {
                return Of(value.Value, type, steps - 1);
            }

            if (steps-- == 0)
            {
                break;
            }
        }

        return null;
    }
}
