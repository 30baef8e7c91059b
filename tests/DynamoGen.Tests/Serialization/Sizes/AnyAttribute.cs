using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Sizes;

/// <summary>Generates items with attribute values of every type, small enough to have many of those whose JSON is short.</summary>
internal static class AnyAttribute
{
    private static readonly Gen<string> Texts = Gen.Choose(0, 4)
        .SelectMany(length => Gen.Elements("a", "B", "\"", "\\", "/", "\0", "\n", "\u001f", "\u007f", "é", "✓", "\U0001F600").ArrayOf(length))
        .Select(string.Concat);

    private static readonly Gen<string> Numbers =
        from sign in Gen.Elements(string.Empty, "-")
        from whole in Digits(1, 18)
        from fraction in Digits(0, 18)
        from exponent in Gen.Elements(string.Empty, "E5", "E-90", "e+90")
        select $"{sign}{whole}{(fraction.Length > 0 ? "." : string.Empty)}{fraction}{exponent}";

    private static readonly Gen<MemoryStream> Binaries = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(3).Select(bytes => new MemoryStream(bytes));

    private static readonly Gen<AttributeValue> Scalars = Gen.OneOf(
        Texts.Select(text => new AttributeValue { S = text }),
        Numbers.Select(number => new AttributeValue { N = number }),
        Binaries.Select(bytes => new AttributeValue { B = bytes }),
        Gen.Elements(true, false).Select(value => new AttributeValue { BOOL = value }),
        Gen.Constant(true).Select(value => new AttributeValue { NULL = value }),
        Texts.NonEmptyListOf().Select(texts => new AttributeValue { SS = [.. texts.Distinct()] }),
        Numbers.NonEmptyListOf().Select(numbers => new AttributeValue { NS = [.. numbers.DistinctBy(StoredNumber.Canonical)] }),
        Binaries.NonEmptyListOf().Select(binaries => new AttributeValue { BS = [.. binaries.DistinctBy(bytes => Convert.ToHexString(bytes.ToArray()))] }));

    public static Gen<Dictionary<string, AttributeValue>> Items { get; } = Maps(Values(levels: 3));

    private static Gen<AttributeValue> Values(int levels)
    {
        if (levels == 0)
        {
            return Scalars;
        }

        var elements = Values(levels - 1);
        return Gen.OneOf(
            Scalars,
            Gen.Choose(0, 3).SelectMany(elements.ArrayOf).Select(values => new AttributeValue { L = [.. values], IsLSet = true }),
            Maps(elements).Select(attributes => new AttributeValue { M = attributes, IsMSet = true }));
    }

    private static Gen<Dictionary<string, AttributeValue>> Maps(Gen<AttributeValue> values) =>
        from count in Gen.Choose(0, 3)
        from names in Texts.Where(text => text.Length > 0).ArrayOf(count)
        from attributes in values.ArrayOf(count)
        select names.Zip(attributes).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Gen<string> Digits(int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Gen.Elements('0', '0', '1', '5', '9').ArrayOf(count)).Select(digits => new string(digits));
}
