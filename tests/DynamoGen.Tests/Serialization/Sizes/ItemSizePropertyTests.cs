using System.Globalization;
using System.Numerics;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Cultures;
using DynamoGen.Tests.Serialization.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Sizes;

public sealed class ItemSizePropertyTests
{
    private static readonly int Cases = CultureRun.Cases(2_000);

    [Fact]
    public void An_items_JSON_is_never_shorter_than_its_size() => Check((_, json) => ItemSize.Of(json) <= json.Length);

    [Fact]
    public void The_size_of_JSON_is_that_of_the_values_in_it() => Check((item, json) => ItemSize.Of(json) == Of(item));

    [Fact]
    public void The_size_is_the_same_however_texts_are_escaped() => Check((_, json) => ItemSize.Of(Escaped(json)) == ItemSize.Of(json));

    [Fact]
    public void Every_item_comes_back_from_its_JSON() => Check((item, json) =>
    {
        var reader = new WireReader(json);
        return AttributeText.Of(reader.ReadAttributes("any")) == AttributeText.Of(item);
    });

    private static void Check(Func<Dictionary<string, AttributeValue>, byte[], bool> property) =>
        Prop.ForAll(AnyAttribute.Items.ToArbitrary(), item => property(item, Json(item))).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static byte[] Json(Dictionary<string, AttributeValue> item)
    {
        using var writer = new WireWriter();
        writer.Attributes(item, "Item");
        return writer.Written.ToArray();
    }

    /// <summary>What every text is written as when all that is not ASCII is escaped.</summary>
    private static byte[] Escaped(byte[] json)
    {
        var escaped = new StringBuilder();
        foreach (var character in Encoding.UTF8.GetString(json))
        {
            escaped.Append(character < 128 ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"));
        }

        return Encoding.UTF8.GetBytes(escaped.ToString());
    }

    private static int Of(Dictionary<string, AttributeValue> item) => item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Of(attribute.Value));

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => Number(number),
        { B: { } binary } => (int)binary.Length,
        { IsSSSet: true } => value.SS.Sum(Encoding.UTF8.GetByteCount),
        { IsNSSet: true } => value.NS.Sum(Number),
        { IsBSSet: true } => value.BS.Sum(binary => (int)binary.Length),
        { IsLSet: true } => 3 + value.L.Sum(element => 1 + Of(element)),
        { IsMSet: true } => 3 + value.M.Count + Of(value.M),
        _ => 1,
    };

    /// <summary>By arithmetic, where the library counts characters.</summary>
    private static int Number(string text)
    {
        var mantissa = text.Split('e', 'E')[0];
        var value = BigInteger.Parse(mantissa.Replace(".", null, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var digits = BigInteger.Abs(value);
        while (!digits.IsZero && (digits % 10).IsZero)
        {
            digits /= 10;
        }

        var count = digits.IsZero ? 0 : digits.ToString(CultureInfo.InvariantCulture).Length;
        return 1 + (int)Math.Ceiling(count / 2.0) + (value.Sign < 0 ? 1 : 0);
    }
}
