using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cursors;

/// <summary>What is sent for a page, and answers that a real server does not give.</summary>
public sealed class PageRequestTests
{
    private const string Attributes = "\"CustomerId\":{\"S\":\"c\"},\"OrderId\":{\"N\":\"1\"},\"OrderedAt\":{\"S\":\"2012-07-04T00:00:00.0000000Z\"}";

    [Fact]
    public async Task The_key_to_go_on_from_is_sent_as_it_came_and_the_limit_is_what_is_still_missing()
    {
        var keys = 0;
        var transport = new ScriptedTransport(_ => $$$"""{"Items":[{{{{Attributes}}}},{{{{Attributes}}}}],"LastEvaluatedKey":{{{Key(keys++)}}}}""");
        var context = Context(transport);

        var first = await PageAsync(context, 4, null);
        await PageAsync(context, 2, first.Cursor);

        Assert.Equal(3, transport.Requests.Count);
        Assert.Contains("\"Limit\":4,", transport.Requests[0]);
        Assert.DoesNotContain("ExclusiveStartKey", transport.Requests[0]);
        Assert.Contains($"\"Limit\":2,\"ExclusiveStartKey\":{Key(0)},", transport.Requests[1]);
        Assert.Contains($"\"Limit\":2,\"ExclusiveStartKey\":{Key(1)},", transport.Requests[2]);

        static string Key(int number) => $$$"""{"pk":{"S":"CUSTOMER#\u00e9\/"},"sk":{"S":"{{{number}}}"}}""";
    }

    [Fact]
    public async Task A_shard_is_gone_on_from_by_the_stored_key_of_the_last_item_that_was_taken_from_it()
    {
        var transport = new ScriptedTransport(request => request switch
        {
            _ when request.Contains("#Open#0") => $$"""{"Items":[{{Item("a\\u0001\\\"", "1")}},{{Item("b", "3")}},{{Item("c", "5")}}] }""",
            _ when request.Contains("#Open#1") => $$"""{"Items":[{{Item("d", "2")}},{{Item("e", "4")}}],"LastEvaluatedKey":{"pk":{"S":"e"},"sk":{"S":"s"} } }""",
            _ => """{"Items":[]}""",
        });
        var context = Context(transport);

        var first = await ShardPageAsync(context, 2, null);
        transport.Requests.Clear();
        await ShardPageAsync(context, 2, first.Cursor);

        Assert.Equal(2, transport.Requests.Count);
        Assert.Contains("\"ExclusiveStartKey\":{\"pk\":{\"S\":\"a\\u0001\\\"\"},\"gsi1sk\":{\"S\":\"1\"},\"gsi1pk\":{\"S\":\"x\"},\"sk\":{\"S\":\"s\"}},",
            transport.Requests.Single(request => request.Contains("#Open#0")));
        Assert.Contains("\"ExclusiveStartKey\":{\"pk\":{\"S\":\"d\"},", transport.Requests.Single(request => request.Contains("#Open#1")));

        static string Item(string partitionKey, string sortKey) =>
            $$"""{"pk":{"S":"{{partitionKey}}"},"gsi1sk":{"S":"{{sortKey}}"},{{Attributes}},"gsi1pk":{"S":"x"},"sk":{"S":"s"} }""";
    }

    [Theory]
    [InlineData("\"sk\":{\"S\":\"s\"},\"gsi1pk\":{\"S\":\"x\"},\"gsi1sk\":{\"S\":\"1\"}", "pk", "nothing")]
    [InlineData("\"pk\":{\"S\":\"p\"},\"gsi1pk\":{\"S\":\"x\"},\"gsi1sk\":{\"S\":\"1\"}", "sk", "nothing")]
    [InlineData("\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"},\"gsi1sk\":{\"S\":\"1\"}", "gsi1pk", "nothing")]
    [InlineData("\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"},\"gsi1pk\":{\"S\":\"x\"}", "gsi1sk", "nothing")]
    [InlineData("\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"},\"gsi1pk\":{\"S\":\"x\"},\"gsi1sk\":{\"N\":\"1\"}", "gsi1sk", "N")]
    public async Task An_item_of_a_shard_without_its_key_is_a_typed_error(string key, string attribute, string found)
    {
        var context = Context(new ScriptedTransport(_ => $$"""{"Items":[{ {{Attributes}},{{key}} }]}"""));

        var wrong = await Assert.ThrowsAsync<ItemFormatException>(async () => await ShardPageAsync(context, 2, null));

        Assert.Equal(("Order", attribute, "S", found), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Items\":[{]}")]
    [InlineData("{\"Items\":[{}]}")]
    [InlineData("{\"Items\":[null]}")]
    [InlineData("{\"Items\":[],\"LastEvaluatedKey\":{\"pk\":}}")]
    public async Task A_malformed_response_is_a_typed_error(string response)
    {
        var context = Context(new ScriptedTransport(_ => response));

        await Assert.ThrowsAsync<ItemFormatException>(async () => await PageAsync(context, 2, null));
        await Assert.ThrowsAsync<ItemFormatException>(async () => await ShardPageAsync(context, 2, null));
    }

    [Fact]
    public async Task A_key_that_cannot_be_built_is_a_typed_error_and_nothing_is_sent()
    {
        var transport = new ScriptedTransport(_ => "{}");

        await Assert.ThrowsAsync<ItemValueException>(async () => await PageAsync(Context(transport), 2, null, customerId: "\ud800"));

        Assert.Empty(transport.Requests);
    }

    private static RepositoryContext Context(ScriptedTransport transport) => new(transport, new DynamoGenTelemetry(), new DynamoGenOptions());

    private static ValueTask<Page<Order>> PageAsync(RepositoryContext context, int limit, string? cursor, string customerId = "c") =>
        context.QueryPageAsync<Order, Order.Marshaller, OfCustomer>(
            new AccessPattern("IOrders.PageOfCustomer", DynamoOperation.Query, SchemaOf<Shop>()),
            new OfCustomer(customerId), default, limit, cursor, null, TestContext.Current.CancellationToken);

    private static ValueTask<Page<Order>> ShardPageAsync(RepositoryContext context, int limit, string? cursor) =>
        context.QueryShardsPageAsync<Order, Order.Marshaller, WithStatus>(
            new AccessPattern("IOrders.PageWithStatus", DynamoOperation.Query, SchemaOf<Shop>(), "gsi1"),
            new WithStatus(Status.Open), default, limit, cursor, null, TestContext.Current.CancellationToken);

    private static TableSchema SchemaOf<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
