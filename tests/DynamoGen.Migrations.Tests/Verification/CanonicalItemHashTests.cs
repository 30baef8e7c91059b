using System.Globalization;
using System.Text;
using DynamoGen.Migrations.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Migrations.Tests.Verification;

/// <summary>Items have one hash if DynamoDB holds them equal, and different ones else.</summary>
public sealed class CanonicalItemHashTests
{
    private static readonly Gen<StoredValue> Values = ValuesOf(levels: 3);

    private static readonly Gen<StoredValue> Items = MapsOf(Values);

    [Fact]
    public void The_order_of_attributes_sets_and_maps_does_not_matter_nor_the_digits_of_a_number() => Prop.ForAll(
        Items.SelectMany(item => Gen.Choose(1, int.MaxValue - 1).Select(seed => (item, seed))).ToArbitrary(),
        drawn => Hash(drawn.item.Text(random: null)) == Hash(drawn.item.Text(new Random(drawn.seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Items_that_differ_have_different_hashes() => Prop.ForAll(
        Items.SelectMany(first => Gen.OneOf(Items, Gen.Choose(1, int.MaxValue - 1).Select(seed => first.Changed(new Random(seed))))
            .Select(second => (first, second))).ToArbitrary(),
        pair => pair.first.Canonical() == pair.second.Canonical() == (Hash(pair.first.Text(null)) == Hash(pair.second.Text(null))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("1", "10E-1")]
    [InlineData("-0", "0.00")]
    [InlineData("99999999999999999999999999999999999999", "9.9999999999999999999999999999999999999E37")]
    [InlineData("1E-130", "0.1E-129")]
    public void Numbers_are_the_same_by_value(string first, string second)
    {
        Assert.Equal(Hash($$$"""{"n":{"N":"{{{first}}}"}}"""), Hash($$$"""{"n":{"N":"{{{second}}}"}}"""));
        Assert.Equal(Hash($$$"""{"n":{"NS":["{{{first}}}","7"]}}"""), Hash($$$"""{"n":{"NS":["7","{{{second}}}"]}}"""));
    }

    [Fact]
    public void Values_of_other_types_order_and_places_differ()
    {
        string[] different =
        [
            "{}", """{"a":{"S":"1"}}""", """{"a":{"N":"1"}}""", """{"a":{"B":"MQ=="}}""", """{"a":{"SS":["1"]}}""", """{"a":{"NS":["1"]}}""",
            """{"a":{"BS":["MQ=="]}}""", """{"a":{"L":[{"S":"1"}]}}""", """{"a":{"L":[]}}""", """{"a":{"M":{}}}""", """{"a":{"M":{"a":{"S":"1"}}}}""",
            """{"a":{"BOOL":true}}""", """{"a":{"BOOL":false}}""", """{"a":{"NULL":true}}""", """{"b":{"S":"1"}}""", """{"a":{"S":""}}""",
            """{"a":{"L":[{"S":"1"},{"S":"2"}]}}""", """{"a":{"L":[{"S":"2"},{"S":"1"}]}}""", """{"a":{"L":[{"L":[{"S":"1"}]},{"S":"2"}]}}""",
            """{"a":{"N":"99999999999999999999999999999999999999"}}""", """{"a":{"N":"99999999999999999999999999999999999998"}}""",
        ];

        Assert.Equal(different.Length, different.Select(Hash).Distinct().Count());
    }

    [Fact]
    public void Escapes_do_not_matter() => Assert.Equal(Hash("""{"a":{"S":"\u0041/"}}"""), Hash("""{"a":{"S":"A\/"}}"""));

    [Theory]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":{"S":"1","N":"1"}}""")]
    [InlineData("""{"a":{"X":"1"}}""")]
    [InlineData("""{"a":{"NULL":false}}""")]
    public void What_is_no_item_has_none(string json) => Assert.Throws<ItemFormatException>(() => Hash(json));

    private static UInt128 Hash(string json) => CanonicalItemHash.Of(Encoding.UTF8.GetBytes(json));

    private static Gen<StoredValue> ValuesOf(int levels)
    {
        var texts = Gen.Choose(0, 50).Select(value => value.ToString(CultureInfo.InvariantCulture));
        var scalars = Gen.OneOf(
            Gen.Elements("S", "N").SelectMany(type => texts.Select(text => new StoredValue(type, [text], []))),
            Gen.Elements("SS", "NS").SelectMany(type => texts.NonEmptyListOf().Select(set => new StoredValue(type, [.. set.Distinct()], []))));
        if (levels == 0)
        {
            return scalars;
        }

        var elements = ValuesOf(levels - 1);
        return Gen.OneOf(scalars, MapsOf(elements), Gen.Choose(0, 3).SelectMany(elements.ArrayOf).Select(list => new StoredValue("L", [], list)));
    }

    private static Gen<StoredValue> MapsOf(Gen<StoredValue> values) => Gen.Choose(0, 3).SelectMany(values.ArrayOf)
        .Select(members => new StoredValue("M", [.. members.Select((_, index) => $"m{index}")], members));
}
