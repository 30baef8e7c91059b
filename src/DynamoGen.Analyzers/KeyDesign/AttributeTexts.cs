using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The texts that one attribute of a key can have, and where in them the values stand.</summary>
internal sealed class AttributeTexts
{
    private readonly string? _beginning;

    private AttributeTexts(IReadOnlyList<(KeyPart Part, object? Value)> parts, KeyAttributeType type, bool isWhole)
    {
        _beginning = parts.Count > 0 && parts[0].Part is { Kind: KeyPartKind.Literal, Text: var text } && type == KeyAttributeType.String ? text : null;
        var values = new List<ValueTexts>();
        foreach (var (part, value) in parts)
        {
            var start = Texts.End;
            Texts.Part(part, type, isWhole && parts.Count == 1);
            if (value is not null && type == KeyAttributeType.String)
            {
                // A state of its own, from which no more of the value is read.
                Texts.MoveTo(Texts.NewState());
                values.Add(new ValueTexts(value, part, start, Texts.End));
            }
        }

        Values = values;
        if (parts.Count == 0 && isWhole)
        {
            // No key is empty.
            Texts.ContinueAt(Texts.NewState());
        }
    }

    public TextAutomaton Texts { get; } = new();

    public IReadOnlyList<ValueTexts> Values { get; }

    /// <summary>The texts of an attribute of an entity.</summary>
    public static AttributeTexts Of(KeyAttributeModel attribute) =>
        new([.. attribute.Parts.Select(part => (part, part.IsPlaceholder ? (object)part.Text : null))], attribute.Type, isWhole: true);

    /// <summary>The texts that begin with some parts; what follows is added by the caller.</summary>
    public static AttributeTexts Of(IEnumerable<(KeyPart Part, object? Value)> parts, KeyAttributeType type, bool isWhole) =>
        new([.. parts], type, isWhole);

    /// <summary>Whether one text is of both.</summary>
    public bool Meets(AttributeTexts other) => !DiffersAtOnce(other) && TextProduct.Meet(Texts, other.Texts);

    /// <summary>Whether both begin with a text of their own. Most keys do, and a table of 1,000 entities has half a million pairs of them.</summary>
    public bool DiffersAtOnce(AttributeTexts other) => _beginning is { } first
        && other._beginning is { } second
        && !first.StartsWith(second, StringComparison.Ordinal)
        && !second.StartsWith(first, StringComparison.Ordinal);
}

/// <summary>A value in the texts of an attribute: what it is, how it is written, and between which states.</summary>
internal sealed record ValueTexts(object Value, KeyPart Part, int Start, int End);
