using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.OtherTypes;

/// <summary>The same values are read alike from each type that holds them, and written as the property's own.</summary>
public sealed class OtherTypesTests
{
    private static readonly Gen<string[]> Texts = Distinct(ArbMap.Default.GeneratorFor<NonNull<string>>()
        .Select(text => new string([.. text.Get.Where(letter => !char.IsSurrogate(letter))])));

    private static readonly Gen<decimal[]> Numbers = Distinct(Gen.Choose(-100_000, 100_000).Select(number => number / 100m));

    private static readonly Gen<int[]> Integers = Distinct(Gen.Choose(-1000, 1000));

    private static readonly Gen<byte[][]> Bytes = Distinct(Gen.Choose(0, 1_000_000)).Select(numbers => numbers.Select(BitConverter.GetBytes).ToArray());

    [Fact]
    public void Sets_and_lists_of_the_same_values_are_read_alike()
    {
        var values = Texts.SelectMany(texts => Numbers, (texts, numbers) => (texts, numbers))
            .SelectMany(pair => Integers, (pair, integers) => (pair.texts, pair.numbers, integers))
            .SelectMany(triple => Bytes, (triple, bytes) => (triple.texts, triple.numbers, triple.integers, bytes));
        Prop.ForAll(values.ToArbitrary(), given => Agree(given.texts, given.numbers, given.integers, given.bytes))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Elements_of_a_list_that_are_equal_become_one()
    {
        var ward = Read("""
            "Names":{"L":[{"S":"a"},{"S":"b"},{"S":"a"}]},"Sorted":{"L":[{"N":"2"},{"N":"1"},{"N":"2.0"}]},"Immutable":{"L":[{"N":"1"},{"N":"1"}]},
            "ImmutableSorted":{"L":[{"N":"1.0"},{"N":"1"}]},"Frozen":{"L":[{"S":"x"},{"S":"x"}]}
            """);

        Assert.Equal((2, 2, 1, 1, 1), (ward.Names.Count, ward.Sorted.Count, ward.Immutable.Count, ward.ImmutableSorted.Count, ward.Frozen.Count));
    }

    [Theory]
    [InlineData("""{"N":"0"}""", false)]
    [InlineData("""{"N":"1"}""", true)]
    [InlineData("""{ "N" : "1.0" }""", true)]
    [InlineData("""{"BOOL":false}""", false)]
    [InlineData("""{"BOOL":true}""", true)]
    public void A_truth_value_is_0_or_1(string value, bool expected)
    {
        var ward = Read($"\"IsOpen\":{value},\"IsFull\":{value}");

        Assert.Equal((expected, expected), (ward.IsOpen, ward.IsFull));
    }

    [Fact]
    public void NULL_is_empty_zero_or_false_and_null_where_that_may_be()
    {
        var ward = Wire.Read<Ward, Ward.Marshaller>("""
            {"Id":{"S":"1"},"Beds":{"NULL":true},"Frozen":{"NULL":true},"Remark":{"NULL":true},"Count":{"NULL":true},"IsOpen":{"NULL":true},
            "IsFull":{"NULL":true},"Notes":{"NULL":true}}
            """);

        Assert.Empty(ward.Beds);
        Assert.Empty(ward.Frozen);
        Assert.Equal(("", 0, false, null, null), (ward.Remark, ward.Count, ward.IsOpen, ward.IsFull, ward.Notes));
    }

    [Fact]
    public void What_is_absent_is_what_it_is_without()
    {
        var ward = Read("\"Later\":{\"N\":\"1\"}");

        Assert.Equal([new BedNumber(1)], ward.Beds);
        Assert.Equal(("none", true, true), (ward.Remark, ward.IsOpen, ward.IsFull));
        Assert.Equal("Count", Assert.Throws<ItemFormatException>(() => Wire.Read<Ward, Ward.Marshaller>("""{"Id":{"S":"1"}}""")).Attribute);
    }

    [Theory]
    [InlineData("Texts", """{"NS":["1"]}""", "SS", "NS")]
    [InlineData("Texts", """{"S":"a"}""", "L", "S")]
    [InlineData("Texts", """{"NULL":true}""", "L", "NULL")]
    [InlineData("Names", """{"L":[{"N":"1"}]}""", "S", "N")]
    [InlineData("Names", """{"M":{}}""", "SS", "M")]
    [InlineData("IsOpen", """{"N":"2"}""", "BOOL, or N (0 or 1)", "another number")]
    [InlineData("IsOpen", """{"S":"1"}""", "BOOL", "S")]
    [InlineData("Remark", """{"N":"1"}""", "S", "N")]
    public void Anything_else_is_an_error_that_names_the_attribute(string attribute, string value, string expected, string found)
    {
        var error = Assert.Throws<ItemFormatException>(() => Read($"\"{attribute}\":{value}"));

        Assert.Equal((attribute, expected, found), (error.Attribute!.Split('[')[0], error.Expected, error.Found));
    }

    private static void Agree(string[] texts, decimal[] numbers, int[] integers, byte[][] bytes)
    {
        string[] json = [.. texts.Select(text => JsonSerializer.Serialize(text))];
        var lists = Read(string.Join(',', All("L", json, numbers, integers, bytes)));
        var sets = Read(string.Join(',', All("S", json, numbers, integers, bytes)));

        Assert.Equal(texts, lists.Texts);
        Assert.Equal(texts, lists.Notes);
        Assert.Equal(integers, lists.Beds.Select(bed => bed.Value));
        Assert.Equal(numbers, lists.Doses);
        Assert.Equal(bytes, lists.Scans);
        Assert.Equal(texts.Order(StringComparer.Ordinal), lists.Names.Order(StringComparer.Ordinal));
        Assert.Equal(Wire.Write<Ward, Ward.Marshaller>(lists), Wire.Write<Ward, Ward.Marshaller>(sets));
        Assert.Equal((lists.Names.Count, lists.Sorted.Count), (sets.Names.Count, sets.Sorted.Count));
    }

    private static IEnumerable<string> All(string type, string[] texts, decimal[] numbers, int[] integers, byte[][] bytes)
    {
        string[] decimals = [.. numbers.Select(number => $"\"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"")];
        string[] whole = [.. integers.Select(number => $"\"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"")];
        string[] base64 = [.. bytes.Select(some => $"\"{Convert.ToBase64String(some)}\"")];
        (string Name, string Element, string[] Values)[] attributes =
        [
            ("Texts", "S", texts), ("Notes", "S", texts), ("Names", "S", texts), ("Frozen", "S", texts), ("Beds", "N", whole), ("Sorted", "N", whole),
            ("Immutable", "N", whole), ("Doses", "N", decimals), ("ImmutableSorted", "N", decimals), ("Scans", "B", base64),
        ];
        return attributes.Select(attribute => type == "L"
            ? $"\"{attribute.Name}\":{{\"L\":[{string.Join(',', attribute.Values.Select(value => $"{{\"{attribute.Element}\":{value}}}"))}]}}"
            : $"\"{attribute.Name}\":{{\"{attribute.Element}S\":[{string.Join(',', attribute.Values)}]}}");
    }

    private static Ward Read(string attributes) => Wire.Read<Ward, Ward.Marshaller>($"{{\"Id\":{{\"S\":\"1\"}},\"Count\":{{\"N\":\"3\"}},{attributes}}}");

    private static Gen<T[]> Distinct<T>(Gen<T> elements) => elements.NonEmptyListOf().Select(values => values.Distinct().ToArray());
}
