using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Serialization;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Tests.Serialization.Forms;

public sealed class AttributeMapTests
{
    private static readonly string Json = Wire.Write<Sample, Sample.Marshaller>(RichSample.Value);

    [Fact]
    public void The_rich_sample_comes_back_from_its_map()
    {
        var back = AttributeMap.Read<Sample, Sample.Marshaller>(AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value));

        // Both have collections, which records compare by reference; their JSON has everything.
        Assert.Equal(Json, Wire.Write<Sample, Sample.Marshaller>(back));
        Assert.Equal((RichSample.Value.Id, RichSample.Value.Decimal, RichSample.Value.Moment, RichSample.Value.Nested),
            (back.Id, back.Decimal, back.Moment, back.Nested));
    }

    [Fact]
    public void A_map_has_the_attributes_of_the_item()
    {
        var map = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value);

        Assert.Equal(JsonNode.Parse(Json)!.AsObject().Select(member => member.Key), map.Keys);
        Assert.Equal(("Sample", "1", RichSample.Value.Id), (map["_t"].S, map["_v"].N, map["Id"].S));
        Assert.Equal(("-2147483648", true, "00FF80"), (map["Int"].N, map["Bool"].BOOL, Convert.ToHexString(map["Bytes"].B.ToArray())));
        Assert.Equal(["x", "y"], map["TextSet"].SS);
        Assert.True(map["Texts"].L[1].NULL);
        Assert.Equal("deeper", map["Map"].M["k\"ey \U0001F511"].M["Inner"].M["Name"].S);
    }

    [Fact]
    public void Attributes_may_come_in_any_order()
    {
        var reversed = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value).Reverse().ToDictionary();

        Assert.Equal(Json, Wire.Write<Sample, Sample.Marshaller>(AttributeMap.Read<Sample, Sample.Marshaller>(reversed)));
    }

    [Fact]
    public async Task The_SDK_reads_the_same_attributes_from_the_same_bytes()
    {
        await using var server = new CannedServer(CannedResponse.Ok($$"""{"Item":{{Json}}}"""));
        using var client = Connect(server);

        var bySdk = await client.GetItemAsync("table", []);

        Assert.Equal(AttributeText.Of(bySdk.Item), AttributeText.Of(AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value)));
    }

    [Fact]
    public async Task The_SDK_sends_a_map_as_the_same_JSON()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        using var client = Connect(server);

        await client.PutItemAsync("table", AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value));

        var sent = JsonNode.Parse(Encoding.UTF8.GetString(Assert.Single(server.Requests).Body))!["Item"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), sent));
    }

    [Fact]
    public void A_map_of_another_entity_is_refused()
    {
        var map = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value);
        map["_t"] = new AttributeValue("Other");

        Assert.Equal("_t", Assert.Throws<ItemFormatException>(() => AttributeMap.Read<Sample, Sample.Marshaller>(map)).Attribute);
    }

    [Fact]
    public void An_attribute_of_the_wrong_type_or_a_missing_one_is_named()
    {
        var map = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value);
        map["Nested"].M["Count"] = new AttributeValue("three");
        var wrong = Assert.Throws<ItemFormatException>(() => AttributeMap.Read<Sample, Sample.Marshaller>(map));
        Assert.Equal(("Sample", "Nested.Count", "N", "S"), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));

        map.Remove("Nested");
        map.Remove("Id");
        var missing = Assert.Throws<ItemFormatException>(() => AttributeMap.Read<Sample, Sample.Marshaller>(map));
        Assert.Equal(("Id", "nothing"), (missing.Attribute, missing.Found));
    }

    [Fact]
    public void A_map_with_a_value_of_no_type_is_refused()
    {
        var map = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value);
        map["Int"] = new AttributeValue();

        Assert.Throws<ItemValueException>(() => AttributeMap.Read<Sample, Sample.Marshaller>(map));
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_as_on_the_wire()
    {
        Assert.Throws<ItemValueException>(() => AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value with { Double = double.NaN }));
        Assert.Throws<ItemValueException>(() => AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value with { Double = double.MaxValue }));
        Assert.Throws<ArgumentNullException>(() => AttributeMap.From<Sample, Sample.Marshaller>(null!));
        Assert.Throws<ArgumentNullException>(() => AttributeMap.Read<Sample, Sample.Marshaller>(null!));
    }

    [Fact]
    public void Nesting_that_DynamoDB_refuses_is_named_by_its_attribute()
    {
        var nested = new Nested("leaf");
        for (var level = 0; level < 40; level++)
        {
            nested = new Nested("n", Inner: nested);
        }

        var refused = Assert.Throws<ItemValueException>(() => AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value with { Nested = nested }));

        Assert.StartsWith("Attribute 'Nested.Inner.Inner.", refused.Message);
        Assert.Equal("Sample", refused.Entity);
    }

    private static AmazonDynamoDBClient Connect(CannedServer server) => new(
        new BasicAWSCredentials("access", "secret"),
        new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
}
