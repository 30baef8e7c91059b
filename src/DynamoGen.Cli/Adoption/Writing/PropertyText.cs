using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the properties of a type, with one that keeps what they do not name.</summary>
internal static class PropertyText
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="properties">The properties.</param>
    /// <param name="unknown">What the last one keeps.</param>
    public static void Write(SourceWriter writer, IReadOnlyList<PropertyDraft> properties, string unknown)
    {
        foreach (var property in properties)
        {
            writer.Unsure(property.Doubts, "    ").Line("    " + Attributes(property) + Declaration(property)).Line();
        }

        writer.Line($"    // Keeps what {unknown}.")
            .Line("    [UnknownAttributes]")
            .Line("    public Dictionary<string, AttributeValue> Others { get; init; } = [];");
    }

    private static string Attributes(PropertyDraft property)
    {
        List<string> attributes = [.. property.Marks];
        if (property.Name != property.Attribute)
        {
            attributes.Add($"AttributeName({Naming.Literal(property.Attribute)})");
        }

        if (property.Form.Attribute is { } form)
        {
            attributes.Add(form);
        }

        return attributes.Count == 0 ? string.Empty : $"[{string.Join(", ", attributes)}]\n    ";
    }

    private static string Declaration(PropertyDraft property) =>
        property.IsNullable ? $"public {property.Form.Type}? {property.Name} {{ get; init; }}"
        : property.Initial is { } initial
            ? $"public {property.Form.Type} {property.Name} {{ get; init; }}{(initial.Length == 0 ? "" : $" = {initial};")}"
        : property.Form.IsSet ? $"public {property.Form.Type} {property.Name} {{ get; init; }} = [];"
        : $"public required {property.Form.Type} {property.Name} {{ get; init; }}";
}
