using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>The parameters by which generated methods take or give the parts of a key: named as the properties, unless the methods use that name themselves.</summary>
internal sealed class KeyVariables
{
    private const string Shard = "shardNumber";

    private static readonly string[] Own = ["key", "reader", "text", "partitionKey", "sortKey", Shard];

    private readonly Dictionary<string, string> _names = [];
    private readonly string _behindRead = "Read";

    public KeyVariables(IEnumerable<KeyPart> parts)
    {
        var free = new FreeNames(Own);
        foreach (var property in parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct())
        {
            var name = Identifiers.Camel(property);
            _names.Add(property, free.Take(Own.Contains(name) ? name + "Value" : name));
        }

        // No parameter may hold this word, because the variables of one part differ from it only by what stands behind.
        while (_names.Values.Any(name => name.Contains(_behindRead)))
        {
            _behindRead += "_";
        }
    }

    /// <summary>The part's parameter.</summary>
    public string Parameter(KeyPart part) => part.Kind == KeyPartKind.Shard ? Shard : TypeNames.Escaped(_names[part.Text]);

    /// <summary>The variable that a part is read into; nothing for a literal.</summary>
    public string Read(KeyPart part) => part.IsPlaceholder ? _names[part.Text] + _behindRead : string.Empty;

    /// <summary>The part's parameter as it is declared.</summary>
    public string Declaration(KeyPart part) => part.Kind == KeyPartKind.Shard ? $"int {Shard}" : $"{part.TypeName} {Parameter(part)}";
}
