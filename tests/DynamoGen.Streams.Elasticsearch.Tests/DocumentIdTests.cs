using System.Text;
using DynamoGen.Streams.Sinks;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Streams.Elasticsearch.Tests;

public sealed class DocumentIdTests
{
    [Theory]
    [InlineData("""{"pk":{"S":"a|b"},"sk":{"S":"c"}}""", "a%7Cb|c")]
    [InlineData("""{"sk":{"S":"b|c"},"pk":{"S":"a"}}""", "a|b%7Cc")]
    [InlineData("""{"pk":{"S":"a%7Cb"},"sk":{"S":"c"}}""", "a%257Cb|c")]
    [InlineData("""{"pk":{"S":"~a"}}""", "%7Ea")]
    [InlineData("""{"pk":{"N":"1.0"},"sk":{"B":"AQI="}}""", "1|AQI=")]
    public void An_id_is_the_values_of_the_key(string keys, string id) => Assert.Equal(id, Id(keys));

    [Fact]
    public void A_long_id_is_a_hash()
    {
        var id = Id($$$"""{"pk":{"S":"{{{new string('ü', 300)}}}"}}""");

        Assert.StartsWith("~", id, StringComparison.Ordinal);
        Assert.Equal(44, id.Length);
        Assert.Equal(512, Id($$$"""{"pk":{"S":"{{{new string('a', 512)}}}"}}""").Length);
    }

    [Fact]
    public void Different_keys_have_different_ids()
    {
        var text = Gen.Elements("~", "%", "|", "7", "C", "2", "5", "E", "a").ListOf().Where(parts => parts.Count > 0).Select(string.Concat);
        var pairs = Gen.Zip(Gen.Zip(text, text), Gen.Zip(text, text)).ToArbitrary();

        Prop.ForAll(pairs, pair => (pair.Item1 == pair.Item2) == (Id(Keys(pair.Item1)) == Id(Keys(pair.Item2)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_id_of_an_item_is_that_of_its_record()
    {
        var order = new Order { Id = "a|b", Status = "open" };

        Assert.Equal(ChangingTable.IdOf("a|b"), DocumentId.Of<SearchShop, Order, Order.Marshaller>(order));
    }

    private static string Id(string keys) => DocumentId.Of(Encoding.UTF8.GetBytes(keys));

    private static string Keys((string First, string Second) key) => $$$"""{"pk":{"S":"{{{key.First}}}"},"sk":{"S":"{{{key.Second}}}"}}""";
}
