using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Keys;

/// <summary>A key attribute as a template.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Parts">Literal texts and properties, in order.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record KeyDraft(string Attribute, IReadOnlyList<KeyDraftPart> Parts, IReadOnlyList<string> Doubts)
{
    public string Template =>
        string.Concat(Parts.Select(part => part.Source?.Placeholder
            ?? part.Literal!.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

    public IEnumerable<PropertyDraft> Properties => Parts.Where(part => part.Source is not null).Select(part => part.Source!.Property);

    /// <summary>The text before the first placeholder.</summary>
    public string Beginning => Parts[0].Literal ?? string.Empty;

    /// <summary>Whether the key is one text, whatever the item is.</summary>
    public bool IsConstant => Parts.All(part => part.Literal is not null);

    /// <summary>Whether no key can begin as one of the other template does.</summary>
    public bool DiffersFrom(KeyDraft other) => (IsConstant, other.IsConstant) switch
    {
        (true, true) => Beginning != other.Beginning,
        (true, false) => !Beginning.StartsWith(other.Beginning, StringComparison.Ordinal),
        (false, true) => !other.Beginning.StartsWith(Beginning, StringComparison.Ordinal),
        _ => !Beginning.StartsWith(other.Beginning, StringComparison.Ordinal) && !other.Beginning.StartsWith(Beginning, StringComparison.Ordinal),
    };

    /// <summary>A key that is one property, stored once for both.</summary>
    public static KeyDraft Whole(PropertyDraft property, params IReadOnlyList<string> doubts) =>
        new(property.Attribute, [new KeyDraftPart(null, new KeySource(property, null, KeySourceEnd.Fixed, []))], doubts);
}

/// <summary>A literal text or a property.</summary>
internal sealed record KeyDraftPart(string? Literal, KeySource? Source);
