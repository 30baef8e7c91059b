using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Parsing;

/// <summary>
/// Finds key attributes that are nothing but a property's own attribute: <c>[Key("{CustomerId}")]</c> where the table's partition key is named <c>CustomerId</c>. They are written and read once, as the
/// property.
/// </summary>
internal static class MemberKeys
{
    public static KeyModel Mark(KeyModel key, ObjectValue shape) =>
        key with { Partition = Mark(key.Partition, shape), Sort = key.Sort is null ? null : Mark(key.Sort, shape) };

    private static KeyAttributeModel Mark(KeyAttributeModel attribute, ObjectValue shape) =>
        attribute with { IsMember = attribute.Parts.Count == 1 && shape.Members.Any(member => member.Attribute == attribute.Attribute && IsSame(member, attribute)) };

    /// <summary>Text, numbers and bytes are the same in a key as anywhere; other values have a form of their own there.</summary>
    private static bool IsSame(MemberModel member, KeyAttributeModel attribute)
    {
        var part = attribute.Parts[0];
        var isPlain = attribute.Type != KeyAttributeType.String || part.Kind == KeyPartKind.Text;
        var value = member.Value is NullableValue nullable ? nullable.Inner : member.Value;
        return member.Property == part.Text && isPlain && member.Upcasters.Count == 0 && !member.OmitsDefault && QuotedValue.Is(value) && QuotedValue.Descriptor(value) == attribute.Descriptor;
    }
}
