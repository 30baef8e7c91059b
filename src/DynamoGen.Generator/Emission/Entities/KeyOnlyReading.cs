using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes how an item's reader takes values from the primary key that no attribute of their own holds.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="entity">The entity's name.</param>
/// <param name="keys">The class that reads its primary key.</param>
/// <param name="primary">The primary key.</param>
/// <param name="shape">What is read.</param>
internal sealed class KeyOnlyReading(SourceWriter writer, string entity, string keys, KeyModel primary, ObjectValue shape)
{
    private readonly MemberLocals _locals = new(shape);
    private readonly KeyAttributeModel[] _attributes =
        [.. primary.Attributes.Where(attribute => shape.Members.Any(member => KeyOnlyMembers.PartOf(member, attribute) is not null))];

    /// <summary>The case of a key attribute whose text is kept; null where nothing is read from it.</summary>
    public AttributeCase? Case(KeyAttributeModel attribute) => _attributes.FirstOrDefault(own => own.Attribute == attribute.Attribute) is not { } kept
        ? null
        : new AttributeCase(kept.Attribute, "{\"S\":\"", "S", () => writer.Line($"{Local(kept)} = reader.RestOfString();"))
        {
            IsRequired = true,
            Descriptor = "S",
        };

    public void EmitLocals()
    {
        foreach (var attribute in _attributes)
        {
            writer.Line($"string {Local(attribute)} = null!;");
        }
    }

    /// <summary>Takes the texts apart, once the item is read.</summary>
    public void EmitParts()
    {
        foreach (var attribute in _attributes)
        {
            var outs = attribute.Parts.Where(part => part.IsPlaceholder).Select(part => Member(attribute, part) is { } member ? _locals.Value(member) : "_");
            writer.Open($"if (!{keys}.{primary.Name}.TryParse{Name(attribute)}({Local(attribute)}{string.Concat(outs.Select(local => $", out {local}"))}))");
            writer.Line($"throw new {Names.ItemFormatException}({Text.Literal(entity)}, {Text.Literal(attribute.Attribute)}, "
                + "\"a primary key of this entity\", \"another\");").Close().Line();
        }
    }

    private MemberModel? Member(KeyAttributeModel attribute, KeyPart part) =>
        shape.Members.FirstOrDefault(member => KeyOnlyMembers.PartOf(member, attribute) == part);

    private string Name(KeyAttributeModel attribute) => attribute.Attribute == primary.Partition.Attribute ? "PartitionKey" : "SortKey";

    private string Local(KeyAttributeModel attribute) => attribute.Attribute == primary.Partition.Attribute ? "partitionKeyText" : "sortKeyText";
}
