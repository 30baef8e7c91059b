using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>An attribute as it is written.</summary>
/// <param name="Syntax">The attribute.</param>
internal sealed record MapperAttribute(AttributeSyntax Syntax)
{
    private const string Suffix = "Attribute";

    /// <summary>Its name, such as <c>DynamoDBProperty</c>.</summary>
    public string Name { get; } = TypeNames.Last(Syntax.Name) is var name && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

    /// <summary>What stands without a name, the elements of an array each by itself.</summary>
    public IEnumerable<ExpressionSyntax> Positional =>
        Arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null).SelectMany(argument => Elements(argument.Expression));

    /// <summary>What stands behind a name, that of a property or that of a parameter.</summary>
    public ExpressionSyntax? Named(string name) => Arguments.FirstOrDefault(argument => string.Equals(
        (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText, name, StringComparison.OrdinalIgnoreCase))?.Expression;

    /// <summary>Whether an argument is <c>true</c>.</summary>
    public bool IsTrue(string name) => Named(name) is LiteralExpressionSyntax { Token.Value: true };

    /// <summary>Whether <c>true</c> stands without a name.</summary>
    public bool HasTrue => Positional.Any(argument => argument is LiteralExpressionSyntax { Token.Value: true });

    private IEnumerable<AttributeArgumentSyntax> Arguments => Syntax.ArgumentList?.Arguments ?? Enumerable.Empty<AttributeArgumentSyntax>();

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax argument) => argument switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions,
        CollectionExpressionSyntax list => list.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [argument],
    };
}
