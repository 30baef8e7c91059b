using System.Buffers;
using System.Text;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Repositories;

/// <summary>Responses that a real server does not send, so they are made here.</summary>
public sealed class MalformedResponseTests
{
    private const string Item = """{"CustomerId":{"S":"c"},"OrderId":{"N":"1"},"OrderedAt":{"S":"2012-07-04T00:00:00.0000000Z"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Item":""")]
    [InlineData("""{"Item":null}""")]
    [InlineData("""{"Item":[]}""")]
    [InlineData("""{"Item":{}}""")]
    [InlineData("""{"Item":{"CustomerId":{"S":"c"}}}""")]
    [InlineData("""{"Item":{"CustomerId":{"N":"1"}}}""")]
    [InlineData("""{"ConsumedCapacity":7}""")]
    [InlineData("""{} {}""")]
    [InlineData("<html>Bad gateway</html>")]
    public async Task A_malformed_response_of_GetItem_is_a_typed_error(string response)
    {
        await Assert.ThrowsAsync<ItemFormatException>(async () => await Orders(response).Get("c", default, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"Count":1,"Items":[""")]
    [InlineData("""{"Count":"many","Items":[]}""")]
    [InlineData("""{"Items":{}}""")]
    [InlineData("""{"Items":[{}]}""")]
    [InlineData("""{"Items":[{"CustomerId":{"S":"c"}}],"LastEvaluatedKey":{"pk":"x"}}""")]
    [InlineData("""{"Items":[],"LastEvaluatedKey":{"pk":}}""")]
    public async Task A_malformed_response_of_Query_is_a_typed_error(string response)
    {
        await Assert.ThrowsAsync<ItemFormatException>(async () => await Orders(response).OfCustomer("c").ToListAsync());
        await Assert.ThrowsAsync<ItemFormatException>(async () => await Orders(response).WithStatus(Status.Open).ToListAsync());
    }

    [Fact]
    public async Task The_error_of_the_second_item_of_a_page_names_its_attribute()
    {
        var response = $$$"""{"Items":[{{{Item}}},{"CustomerId":{"S":"c"},"OrderId":{"S":"1"}}]}""";

        var wrong = await Assert.ThrowsAsync<ItemFormatException>(async () => await Orders(response).OfCustomer("c").ToListAsync());

        Assert.Equal(("Order", "OrderId", "N", "S"), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));
    }

    [Fact]
    public async Task Members_come_in_any_order_and_unknown_ones_are_stepped_over()
    {
        var response =
            $$$"""{ "New" : [ { "a" : 1.5e3 } ] , "Items" : [ {{{Item}}} ] , "Count" : 99999999 , "ScannedCount" : 1, "ConsumedCapacity" : {"TableName":"t","CapacityUnits":0.5} }""";

        Assert.Equal(1, Assert.Single(await Orders(response).OfCustomer("c").ToListAsync()).OrderId);
        Assert.Null(await Orders("{}").Get("c", default, 1));
    }

    [Fact]
    public async Task The_key_to_go_on_from_is_sent_back_as_it_came()
    {
        var key = """{"pk":{"S":"CUSTOMER#c \u00e9"},"sk":{"S":"x"}}""";
        var transport = new CannedTransport($$"""{"Items":[{{Item}}],"LastEvaluatedKey":{{key}}}""", $$"""{"Items":[{{Item}}]}""");

        Assert.Equal(2, (await Orders(transport).OfCustomer("c").ToListAsync()).Count);
        Assert.DoesNotContain("ExclusiveStartKey", transport.Requests[0]);
        Assert.Contains($"\"ExclusiveStartKey\":{key}", transport.Requests[1]);
    }

    [Fact]
    public async Task Data_goes_into_values_and_never_into_an_expression()
    {
        var transport = new CannedTransport("""{"Items":[]}""");

        await Orders(transport).OfCustomer("x\" OR #pk = :pk").ToListAsync();

        Assert.Contains("\"KeyConditionExpression\":\"#pk = :pk AND #sk BETWEEN :from AND :to\"", transport.Requests[0]);
        Assert.Contains("\":pk\":{\"S\":\"CUSTOMER#x\\\" OR #pk = :pk\"}", transport.Requests[0]);
    }

    private static IOrders Orders(string response) => Orders(new CannedTransport(response, response, response, response, response));

    private static IOrders Orders(ITransport transport)
    {
        return Create<IOrders>(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()));

        static TRepository Create<TRepository>(RepositoryContext context)
            where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
    }

    /// <summary>Answers one request after the other with what it was given.</summary>
    private sealed class CannedTransport(params string[] responses) : ITransport
    {
        private int _sent = -1;

        public List<string> Requests { get; } = [];

        public ValueTask<TransportResponse> SendAsync(TransportRequest sent, CancellationToken cancellationToken)
        {
            lock (Requests)
            {
                Requests.Add(Encoding.UTF8.GetString(sent.Body.Span));
            }

            var response = Encoding.UTF8.GetBytes(responses[Interlocked.Increment(ref _sent)]);
            var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, response.Length));
            response.CopyTo(rented, 0);
            return ValueTask.FromResult(new TransportResponse(rented, response.Length));
        }
    }
}
