using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>
/// The parameters by which generated methods take or give the parts of a key: named as the properties, unless the methods use that name themselves.
/// </summary>
internal sealed class KeyVariables
{
    private const string Shard = "shardNumber";
    private const string WrittenEnd = "Written";

    private static readonly string[] Own = ["key", "reader", "text", "partitionKey", "sortKey", Shard];

    private readonly Dictionary<string, string> _names = [];

    public KeyVariables(IEnumerable<KeyPart> parts)
    {
        var free = new FreeNames(Own);
        foreach (var property in parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct())
        {
            var name = Identifiers.Camel(property);
            _names.Add(property, free.Take(Own.Contains(name) || name.EndsWith(WrittenEnd, StringComparison.Ordinal) ? name + "Value" : name));
        }
    }

    /// <summary>The part's parameter.</summary>
    public string Parameter(KeyPart part) => part.Kind == KeyPartKind.Shard ? Shard : Text.Identifier(_names[part.Text]);

    /// <summary>The variable of what is inside of a part's wrapper, which no parameter is named as.</summary>
    public string Written(KeyPart part) => _names[part.Text] + WrittenEnd;

    /// <summary>The part's parameter as it is declared.</summary>
    public string Declaration(KeyPart part) => part.Kind == KeyPartKind.Shard ? $"int {Shard}" : $"{part.TypeName} {Parameter(part)}";
}
