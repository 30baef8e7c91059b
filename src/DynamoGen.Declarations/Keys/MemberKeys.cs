using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Keys;

/// <summary>
/// Finds key attributes that are nothing but a property's own attribute: <c>[Key("{CustomerId}")]</c> where the table's partition key is named
/// <c>CustomerId</c>. They are written and read once, as the property.
/// </summary>
internal static class MemberKeys
{
    public static KeyModel Mark(KeyModel key, ObjectValue shape) =>
        key with { Partition = Mark(key.Partition, shape), Sort = key.Sort is null ? null : Mark(key.Sort, shape) };

    public static KeyAttributeModel Mark(KeyAttributeModel attribute, ObjectValue shape)
    {
        if (attribute.Parts.Count != 1 || !shape.Members.Any(member => member.Attribute == attribute.Attribute && IsSame(member, attribute)))
        {
            return attribute with { IsMember = false };
        }

        var part = attribute.Parts[0];
        return attribute with
        {
            IsMember = true,
            Parts = part is { Kind: KeyPartKind.DateTime, Format: KeyPartTypes.TimestampFormat }
                ? new EquatableArray<KeyPart>([part with { Style = KeyPartStyle.Stored }])
                : attribute.Parts,
        };
    }

    /// <summary>Numbers and bytes are the same in a key as anywhere, and so is text that no format changes.</summary>
    private static bool IsSame(MemberModel member, KeyAttributeModel attribute)
    {
        var part = attribute.Parts[0];
        var value = member.Value is NullableValue nullable ? nullable.Inner : member.Value;
        return member.Property == part.Text
            && member.Upcasters.Count == 0
            && member is { OmitsDefault: false, WritesNull: false }
            && QuotedValue.Is(value)
            && QuotedValue.Descriptor(value) == attribute.Descriptor
            && (attribute.Type != KeyAttributeType.String || IsSameText(part, value));
    }

    private static bool IsSameText(KeyPart part, ValueModel value) => part.Kind switch
    {
        KeyPartKind.Text or KeyPartKind.Guid or KeyPartKind.Enum => true,
        KeyPartKind.Date => part.Format == KeyPartTypes.DateFormat,
        KeyPartKind.DateTimeOffset or KeyPartKind.DateTime => part.Format
            == (value is ConvertedValue { Conversion: IsoMillisecondsConversion } ? KeyPartTypes.MillisecondsFormat : KeyPartTypes.TimestampFormat),
        _ => false,
    };
}
