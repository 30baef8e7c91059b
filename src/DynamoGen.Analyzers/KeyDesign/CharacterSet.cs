using DynamoGen.Generator.Model;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The characters that one place of a key can hold: some that are named, or all but some.</summary>
internal sealed class CharacterSet
{
    private readonly string _characters;
    private readonly bool _areExcluded;

    private CharacterSet(string characters, bool areExcluded) => (_characters, _areExcluded) = (characters, areExcluded);

    public static CharacterSet Of(char character) => new(character.ToString(), areExcluded: false);

    /// <summary>What a placeholder can hold, by its type.</summary>
    public static CharacterSet Of(KeyPart part) => part.Kind switch
    {
        KeyPartKind.Text => new(part.IsFinal ? string.Empty : "#", areExcluded: true),
        KeyPartKind.Enum => new(string.Concat(part.Enum!.Members.Select(member => member.StoredName)), areExcluded: false),
        KeyPartKind.Guid => new("0123456789abcdef-", areExcluded: false),
        KeyPartKind.Number or KeyPartKind.Shard => new("0123456789-", areExcluded: false),

        // Dates by any format, decimals and durations; none of them holds what ends a part.
        _ => new("#", areExcluded: true),
    };

    public bool Meets(CharacterSet other) => (_areExcluded, other._areExcluded) switch
    {
        (true, true) => true,
        (true, false) => other._characters.Any(character => _characters.IndexOf(character) < 0),
        (false, true) => _characters.Any(character => other._characters.IndexOf(character) < 0),
        _ => _characters.Any(character => other._characters.IndexOf(character) >= 0),
    };
}
