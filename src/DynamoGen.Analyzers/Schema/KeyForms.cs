using System.Globalization;
using DynamoGen.Generator.Model;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says how key attributes are built: the template, with the form of each placeholder, since a type alone decides the width of its text.</summary>
internal static class KeyForms
{
    public static string Of(KeyAttributeModel attribute, int shards, ObjectValue shape) => attribute.Type == KeyAttributeType.String
        ? string.Concat(attribute.Parts.Select(part => Part(part, shards, shape)))
        : $"{{{Name(attribute.Parts[0], shape)}:{attribute.Descriptor}}}";

    private static string Part(KeyPart part, int shards, ObjectValue shape) => part.Kind switch
    {
        KeyPartKind.Literal => part.Text.Replace("{", "{{").Replace("}", "}}"),
        KeyPartKind.Shard => $"{{shard of {shards}}}",
        KeyPartKind.Text => $"{{{Name(part, shape)}}}",
        _ => $"{{{Name(part, shape)}:{Form(part)}}}",
    };

    /// <summary>Placeholders go by the attributes that hold their values, so that a property can be renamed as long as its attribute is not.</summary>
    private static string Name(KeyPart part, ObjectValue shape) =>
        shape.Members.FirstOrDefault(member => member.Property == part.Text && !member.IsCatchAll)?.Attribute ?? part.Text.TrimStart('@');

    private static string Form(KeyPart part) => part.Kind switch
    {
        KeyPartKind.Enum => "enum",
        KeyPartKind.Number => $"{part.WrittenType} D{part.Width.ToString(CultureInfo.InvariantCulture)}",
        KeyPartKind.Decimal when part.Width > 0 => $"decimal {new string('0', part.Width)}.{new string('0', part.Fraction)}",
        KeyPartKind.Decimal => "decimal",
        _ => part.Format is null ? part.Kind.ToString() : $"{part.Kind} {part.Format}",
    };
}
