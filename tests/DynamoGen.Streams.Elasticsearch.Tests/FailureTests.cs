using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Records;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>What is not delivered is told, and nothing else.</summary>
public sealed class FailureTests : SinkTest
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_is_refused_for_now_is_told_by_its_place(int status)
    {
        var refused = ChangingTable.IdOf("b");
        Server.Refuse = id => id == refused ? status : null;

        var undelivered = await Sink().DeliverAsync(
            [Table.PutOrder("a", "open"), Table.PutOrder("b", "open"), Table.PutOrder("c", "open")], CancellationToken.None);

        var one = Assert.Single(undelivered);
        Assert.Equal(1, one.Index);
        Assert.Equal(status, Assert.IsType<ElasticsearchUnavailableException>(one.Reason).Status);
        Assert.Equal(2, Server.Indices.Documents(ChangingTable.OrderIndex).Count);
    }

    [Fact]
    public async Task A_document_that_the_mapping_refuses_is_told_without_its_values()
    {
        Server.Refuse = static _ => 400;

        var undelivered = await Sink().DeliverAsync([Table.PutOrder("a", "open")], CancellationToken.None);

        var refused = Assert.IsType<DocumentRefusedException>(Assert.Single(undelivered).Reason);
        Assert.Equal((DocumentRefusal.RefusedByIndex, "document_parsing_exception"), (refused.Refusal, refused.ErrorType));
        Assert.Contains("secret", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(200)]
    public async Task A_request_without_an_answer_for_each_operation_fails_each_of_its_changes(int status)
    {
        Server.RefuseRequest = () => status;

        var undelivered = await Sink().DeliverAsync([Table.PutOrder("a", "open"), Table.PutOrder("b", "open")], CancellationToken.None);

        Assert.Equal([0, 1], undelivered.Select(change => change.Index));
        Assert.All(undelivered, change => Assert.IsType<ElasticsearchUnavailableException>(change.Reason));
    }

    [Theory]
    [InlineData("a member of a type that is none of JSON")]
    [InlineData("a member that throws")]
    public async Task A_document_that_cannot_be_serialized_fails_alone(string fault)
    {
        object bad = fault == "a member that throws" ? new Throwing() : new { Type = typeof(string) };
        var map = new EntityMap<IndexedDocument>().Add<Order, Order.Marshaller>((order, _) => order.Id == "b"
            ? ChangingTable.Document(order) with { Document = bad }
            : ChangingTable.Document(order));

        var undelivered = await Sink(map: map).DeliverAsync(
            [Table.PutOrder("a", "open"), Table.PutOrder("b", "open"), Table.PutOrder("c", "open")], CancellationToken.None);

        var one = Assert.Single(undelivered);
        Assert.Equal(1, one.Index);
        Assert.Equal(DocumentRefusal.NotSerializable, Assert.IsType<DocumentRefusedException>(one.Reason).Refusal);
        Assert.Equal(2, Server.Indices.Documents(ChangingTable.OrderIndex).Count);
    }

    [Fact]
    public async Task A_map_that_fails_concerns_its_change_alone()
    {
        var map = new EntityMap<IndexedDocument>().Add<Order, Order.Marshaller>(static (order, _) => order.Id == "a"
            ? throw new InvalidOperationException("no")
            : ChangingTable.Document(order));

        var undelivered = await Sink(map: map).DeliverAsync([Table.PutOrder("a", "open"), Table.PutOrder("b", "open")], CancellationToken.None);

        Assert.IsType<InvalidOperationException>(Assert.Single(undelivered).Reason);
        Assert.Single(Server.Indices.Documents(ChangingTable.OrderIndex));
    }

    [Theory]
    [InlineData("REMOVE")]
    [InlineData("MODIFY")]
    [InlineData("INSERT")]
    public async Task A_record_without_its_images_is_undeliverable(string name)
    {
        var undelivered = await Sink().DeliverAsync([Event.Read(Event.Json(name, null, null))], CancellationToken.None);

        Assert.Equal(DocumentRefusal.ImageMissing, Assert.IsType<DocumentRefusedException>(Assert.Single(undelivered).Reason).Refusal);
    }

    [Fact]
    public async Task Large_batches_are_sent_in_several_requests()
    {
        var records = Enumerable.Range(0, 10).Select(id => Table.PutOrder($"{id}", "open")).ToArray();

        await DeliverAsync(Sink(new ElasticsearchSinkOptions { MaxRequestBytes = records[0].NewImage.Length * 2 }), records);

        Assert.Equal(5, Server.BulkRequests);
        AssertSame();
    }

    [Fact]
    public async Task Nothing_is_sent_for_entities_that_are_not_in_the_map()
    {
        await DeliverAsync(Sink(map: new EntityMap<IndexedDocument>()), Table.PutOrder("a", "open"));

        Assert.Equal(0, Server.BulkRequests);
    }

    private sealed class Throwing
    {
        public int Member => throw new InvalidOperationException(nameof(Member));
    }
}
