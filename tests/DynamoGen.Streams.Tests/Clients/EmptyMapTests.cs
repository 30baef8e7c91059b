using System.Text;
using DynamoGen.Streams.Clients;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>Empty maps, which DynamoDB Local writes without their type.</summary>
public sealed class EmptyMapTests
{
    [Theory]
    [InlineData("""{"a":{}}""", """{"a":{"M":{}}}""")]
    [InlineData("""{"a":{"M":{}}}""", """{"a":{"M":{}}}""")]
    [InlineData("""{"M":{}}""", """{"M":{"M":{}}}""")]
    [InlineData("""{"a":{"M":{"M":{},"b":{"S":"{}"}}}}""", """{"a":{"M":{"M":{"M":{}},"b":{"S":"{}"}}}}""")]
    [InlineData("""{"a":{"L":[{},{"N":"1"},{}]},"b":{}}""", """{"a":{"L":[{"M":{}},{"N":"1"},{"M":{}}]},"b":{"M":{}}}""")]
    [InlineData("""{"a":{"L":[]},"b":{"SS":["{}"]}}""", """{"a":{"L":[]},"b":{"SS":["{}"]}}""")]
    [InlineData("{}", "{}")]
    public void A_value_without_a_type_is_an_empty_map(string image, string restored) =>
        Assert.Equal(Page(restored), Encoding.UTF8.GetString(EmptyMaps.Restore(Encoding.UTF8.GetBytes(Page(image))).Span));

    private static string Page(string image) =>
        $$$"""{"Records":[{"dynamodb":{"Keys":{"pk":{"S":"x"}},"NewImage":{{{image}}},"OldImage":{{{image}}} },"userIdentity":{}}],"NextShardIterator":"{}"}""";
}
