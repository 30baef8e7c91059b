using System.Text;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Costs;

/// <summary>
/// How many bytes an item of an entity has at least, as DynamoDB counts them: names, and what a value cannot do without. Texts may be
/// empty, and what may be absent is.
/// </summary>
internal static class SmallestItem
{
    private const int DocumentBytes = 3;
    private const int ElementBytes = 1;
    private const int InstantBytes = 28;
    private const int SmallestNumberBytes = 1;
    private const int VersionBytes = 2;

    /// <param name="entity">The entity.</param>
    /// <param name="index">The key of the index that holds the item, or that of the table.</param>
    public static int Of(EntityModel entity, KeyModel index) =>
        Of(entity, [.. index.Attributes.Select(attribute => attribute.Attribute)], index.NonKeyAttributes?.ToArray());

    /// <param name="entity">The entity.</param>
    /// <param name="copy">The index that holds the item.</param>
    public static int Of(EntityModel entity, IndexCopy copy) => Of(entity, copy.Keys, copy.Held);

    /// <summary>Whether an item has a member's attribute in any case.</summary>
    public static bool IsAlwaysThere(MemberModel member) =>
        member is { IsStored: true, OmitsDefault: false, Value: not (NullableValue or SetValue or RegionalValue) };

    private static int Of(EntityModel entity, IReadOnlyList<string> indexKeys, IReadOnlyList<string>? held)
    {
        // An item without the keys of an index is not in that index.
        var needed = new HashSet<string>(indexKeys.Concat(entity.Keys[0].Attributes.Select(attribute => attribute.Attribute)));
        var keys = entity.Keys.SelectMany(key => key.Attributes).GroupBy(attribute => attribute.Attribute).Select(same => same.First())
            .ToDictionary(attribute => attribute.Attribute);
        return keys.Values.Where(attribute => IsHeld(attribute.Attribute, attribute.Parts.All(part => !part.IsNullable)))
            .Sum(attribute => Bytes(attribute.Attribute) + KeyBytes(attribute))
            + (entity.Marks.AreWritten ? Mark(entity.Marks.Type, Bytes(entity.Name)) + Mark(entity.Marks.Version, VersionBytes) : 0)
            + entity.Shape.Members.Where(member => member.IsStored && !keys.ContainsKey(member.Attribute) && IsHeld(member.Attribute, IsAlwaysThere(member)))
                .Sum(member => Bytes(member.Attribute) + ValueBytes(member.Value.WithoutNull));

        bool IsHeld(string attribute, bool isAlwaysThere) =>
            needed.Contains(attribute) || (isAlwaysThere && held?.Contains(attribute) != false);

        int Mark(string name, int bytes) => IsHeld(name, isAlwaysThere: true) ? Bytes(name) + bytes : 0;
    }

    private static int KeyBytes(KeyAttributeModel attribute) =>
        attribute.Type == KeyAttributeType.String ? attribute.Parts.Sum(PartBytes) : SmallestNumberBytes;

    private static int PartBytes(KeyPart part) => part switch
    {
        { Kind: KeyPartKind.Literal } => Bytes(part.Text),
        { Style: KeyPartStyle.Plain } => 1,
        { IsUnixTime: true } or { Kind: KeyPartKind.Number or KeyPartKind.Shard } => part.Width,
        { Kind: KeyPartKind.Decimal } => Math.Max(SmallestNumberBytes, part.Width + part.Fraction),
        { Kind: KeyPartKind.Boolean } => "true".Length,
        { Kind: KeyPartKind.Guid } => Guid.Empty.ToString(part.Style == KeyPartStyle.Compact ? "N" : "D").Length,
        { Kind: KeyPartKind.Duration } => long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture).Length,
        { Kind: KeyPartKind.Enum } => Shortest(part.Enum!),
        { Kind: KeyPartKind.Text } => 0,
        _ => part.Format?.Length ?? 0,
    };

    private static int ValueBytes(ValueModel value) => value switch
    {
        NullableValue => 1,
        ScalarValue scalar => ScalarBytes(scalar.Kind),
        EnumValue { IsNumber: false } names => Shortest(names),
        ConvertedValue { Conversion: IsoMillisecondsConversion } => "yyyy-MM-ddTHH:mm:ss.fffZ".Length,
        ConvertedValue converted => ValueBytes(converted.Stored),
        TupleValue tuple => DocumentBytes + tuple.Elements.Sum(element => ElementBytes + ValueBytes(element)),
        ObjectValue type => DocumentBytes + MemberBytes(type),
        UnionValue { IsRecursion: false } union =>
            DocumentBytes + union.Cases.Min(single => ElementBytes + Bytes(union.Discriminator) + Bytes(single.Discriminator!.Name) + MemberBytes(single)),
        ListValue or DictionaryValue or UnionValue => DocumentBytes,
        _ => SmallestNumberBytes,
    };

    private static int MemberBytes(ObjectValue type) =>
        type.Members.Where(IsAlwaysThere).Sum(member => ElementBytes + Bytes(member.Attribute) + ValueBytes(member.Value));

    private static int ScalarBytes(ScalarKind kind) => kind switch
    {
        ScalarKind.String or ScalarKind.Binary => 0,
        ScalarKind.Guid => Guid.Empty.ToString().Length,
        ScalarKind.DateTimeOffset or ScalarKind.TimeSpan => InstantBytes,
        ScalarKind.DateTime => InstantBytes - 1,
        ScalarKind.DateOnly => "yyyy-MM-dd".Length,
        ScalarKind.TimeOnly => "HH:mm:ss.fffffff".Length,
        _ => SmallestNumberBytes,
    };

    private static int Shortest(EnumValue type) => type.Members.Select(member => Bytes(member.StoredName)).DefaultIfEmpty(0).Min();

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
