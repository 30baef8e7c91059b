using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>One attribute that a type knows.</summary>
/// <param name="name">Its name.</param>
/// <param name="opening">What of its value is stepped over with its name when it was guessed.</param>
/// <param name="type">
/// The type descriptor, where <paramref name="opening"/> goes up to the content in quotes; null where the body reads the value from its beginning.
/// </param>
/// <param name="emitBody">Writes the statements that read it.</param>
internal sealed class AttributeCase(string name, string opening, string? type, Action emitBody)
{
    public string Name { get; } = name;

    public string Opening { get; } = opening;

    public string? Type { get; } = type;

    public Action EmitBody { get; } = emitBody;

    /// <summary>Whether the value may be NULL, which leaves what it is read into as it is.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Whether the value is only stepped over.</summary>
    public bool IsSkipped { get; private init; }

    /// <summary>Whether an item cannot be read without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The type descriptor that a required attribute should have.</summary>
    public string Descriptor { get; init; } = string.Empty;

    /// <summary>An attribute whose value is known and only stepped over.</summary>
    public static AttributeCase Skipped(SourceWriter writer, string name) =>
        new(name, string.Empty, null, () => writer.Line("reader.SkipValue();")) { IsSkipped = true };

    /// <summary>An attribute of a known type whose content is only stepped over.</summary>
    public static AttributeCase SkippedContent(SourceWriter writer, string name, string type) =>
        new(name, $"{{\"{type}\":\"", type, () => writer.Line("reader.SkipRest();")) { IsSkipped = true };
}
