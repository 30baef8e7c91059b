using System.Text;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>The literal texts of a new template, written as those of the keys beside it.</summary>
/// <param name="neighbours">The entities of the table, that of the key among them.</param>
internal sealed class KeyWords(IReadOnlyCollection<EntityModel> neighbours)
{
    private readonly bool _isLower = Literals(neighbours).Where(literal => literal.Any(char.IsLetter)).ToArray() is { Length: > 0 } literals
        && literals.All(literal => !literal.Any(char.IsUpper));

    /// <summary>What stands before a property's value: what does so in another key, or its name without <c>Id</c>.</summary>
    public string Before(string property) => neighbours.SelectMany(entity => entity.Keys).SelectMany(key => key.Attributes)
        .Where(attribute => attribute.Type == KeyAttributeType.String && attribute.Parts.Count > 1)
        .Where(attribute => attribute.Parts[0].Kind == KeyPartKind.Literal && attribute.Parts[1].Text == property && attribute.Parts[1].IsPlaceholder)
        .Select(attribute => attribute.Parts[0].Text).FirstOrDefault(literal => literal.EndsWith("#", StringComparison.Ordinal))
        ?? $"{Of(property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property.Substring(0, property.Length - 2) : property)}#";

    /// <summary>A name in the case of the other literals, its words apart.</summary>
    public string Of(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                words.Append('_');
            }

            words.Append(name[i]);
        }

        return _isLower ? words.ToString().ToLowerInvariant() : words.ToString().ToUpperInvariant();
    }

    /// <summary>The text with its braces doubled, as a template holds it.</summary>
    public static string Escaped(string literal) => literal.Replace("{", "{{").Replace("}", "}}");

    private static IEnumerable<string> Literals(IEnumerable<EntityModel> entities) => entities.SelectMany(entity => entity.Keys)
        .SelectMany(key => key.Parts).Where(part => part.Kind == KeyPartKind.Literal).Select(part => part.Text);
}
