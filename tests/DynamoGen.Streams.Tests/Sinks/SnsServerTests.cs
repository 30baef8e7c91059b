using System.Net;
using System.Text.Json.Nodes;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>What a server of SNS that is not ours makes of what is published.</summary>
public sealed class SnsServerTests(FauxqsServer server) : IClassFixture<FauxqsServer>
{
    private const string Topic = "arn:aws:sns:eu-west-1:000000000000:orders";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscribed_queue_gets_every_message_with_its_attributes()
    {
        SkipWhereItCannotRun();
        using var sink = Connect(Topic, static (status, _) => new TopicMessage(status)
        {
            Subject = "An order",
            Attributes = new Dictionary<string, TopicAttribute>
            {
                ["status"] = TopicAttribute.Text(status),
                ["total"] = TopicAttribute.Number(12.5m),
                ["bytes"] = TopicAttribute.Bytes(new byte[] { 0, 254, 255 }),
            },
        });
        string[] statuses = [.. Enumerable.Range(0, 25).Select(i => $"n\u00b0 {i} & more = \u20ac+%")];

        Assert.Empty(await sink.DeliverAsync(Changes.Of(statuses), Cancellation));

        var received = (await TakeAllAsync("orders", statuses.Length)).Select(message => JsonNode.Parse(message["Body"]!.GetValue<string>())!).ToArray();
        Assert.Equal(statuses.Order(StringComparer.Ordinal), received.Select(Message).Order(StringComparer.Ordinal));
        Assert.All(received, message =>
        {
            var attributes = message["MessageAttributes"]!;
            Assert.Equal("An order", message["Subject"]!.GetValue<string>());
            Assert.Equal(Message(message), attributes["status"]!["Value"]!.GetValue<string>());
            Assert.Equal("12.5", attributes["total"]!["Value"]!.GetValue<string>());
            Assert.Equal("AP7/", attributes["bytes"]!["Value"]!.GetValue<string>());
        });
    }

    [Fact]
    public async Task A_FIFO_topic_keeps_an_items_order_and_drops_what_comes_again()
    {
        SkipWhereItCannotRun();
        using var sink = Connect(Topic + ".fifo", static (status, _) => new TopicMessage(status));
        StreamRecord[] records = [.. Enumerable.Range(0, 9).Select(i => Changes.Inserted($"item {i % 3}", $"{i % 3}-{i / 3}", 100 + i))];

        Assert.Empty(await sink.DeliverAsync(records, Cancellation));
        Assert.Empty(await sink.DeliverAsync(records, Cancellation));

        var received = await TakeAllAsync("orders.fifo", records.Length);
        var groups = received.GroupBy(message => message["Attributes"]!["MessageGroupId"]!.GetValue<string>()).ToArray();
        Assert.Equal(3, groups.Length);
        Assert.All(groups, group =>
        {
            var texts = group.Select(message => Message(JsonNode.Parse(message["Body"]!.GetValue<string>())!)).ToArray();
            Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
            Assert.Equal(3, texts.Length);
        });
    }

    [Fact]
    public async Task A_topic_that_is_not_there_is_told()
    {
        SkipWhereItCannotRun();
        using var sink = Connect(Topic + "-other", static (status, _) => new TopicMessage(status));

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal(("NotFound", HttpStatusCode.NotFound), (refused.ErrorCode, refused.StatusCode));
    }

    /// <summary>The sink never sends eleven; this is that the server would say so.</summary>
    [Fact]
    public async Task Eleven_entries_are_refused()
    {
        SkipWhereItCannotRun();
        var options = new SinkOptions<TopicMessage> { ServiceUrl = server.Url, Credentials = CannedCredentials.Some };
        using var client = ServiceClient.Of(SnsOperation.Host, options, Topic);
        var entries = Enumerable.Range(0, 11).Select(i => new Entry<TopicMessage>(i, new TopicMessage("m"), default, string.Empty, 1)).ToArray();

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () =>
        {
            var request = PublishBatchRequest.Write(Topic, isFifo: false, entries);
            using var response = await client.SendAsync(SnsOperation.PublishBatch, request, Cancellation);
        });

        Assert.Contains("TooManyEntriesInBatchRequest", refused.ErrorCode, StringComparison.Ordinal);
    }

    private static void SkipWhereItCannotRun() => Assert.SkipUnless(FauxqsServer.CanRun, "The server's Node.js comes for Linux on x64 only.");

    private static string Message(JsonNode notification) => notification["Message"]!.GetValue<string>();

    private SnsSink Connect(string topicArn, Func<string, StreamChange, TopicMessage?> make) => new(
        topicArn,
        Changes.Map(make),
        new SinkOptions<TopicMessage> { ServiceUrl = server.Url, Credentials = CannedCredentials.Some });

    /// <summary>Takes until there is no more, which must be as many as stated.</summary>
    private async Task<List<JsonNode>> TakeAllAsync(string queue, int expected)
    {
        var all = new List<JsonNode>();
        JsonNode[] page;
        do
        {
            page = await server.TakeAsync(queue, Cancellation);
            all.AddRange(page);
        }
        while (page.Length > 0);

        Assert.Equal(expected, all.Count);
        return all;
    }
}
