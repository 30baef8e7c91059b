using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;
using DynamoGen.Tests;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>
/// What sinks send is, in meaning, what the official SDK for JavaScript sends for the same input, as Recorded/record.js wrote it down: the fields or the JSON,
/// the content type, the target, the scope of the signature and the headers that are signed.
/// </summary>
public sealed class RecordedBytesTests
{
    private const string Text = "a b+c&d=e~*'()\"\\/%-_.! \u00e9 \u20ac \U0001f600 \n\t<>";

    private static readonly SessionAWSCredentials Credentials = new("access", "secret", "token");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_are_sent_as_the_SDK_sends_them()
    {
        var structured = new TopicMessage("{\"default\":\"x\"}")
        {
            Subject = "Subject & more",
            IsForEachProtocol = true,
            Attributes = new SortedDictionary<string, TopicAttribute>(new InTurn("text", "texts", "number", "bytes"))
            {
                ["text"] = TopicAttribute.Text(Text),
                ["texts"] = TopicAttribute.Texts("a", "\u00e9"),
                ["number"] = TopicAttribute.Number(-12.50m),
                ["bytes"] = TopicAttribute.Bytes(new byte[] { 0, 1, 250, 251, 252, 253, 254, 255 }),
            },
        };

        var (ours, theirs) = await MessagesAsync("sns-standard", "orders", Changes.Of("plain", "structured"),
            (status, _) => status == "plain" ? new TopicMessage(Text) : structured);

        Assert.Equal(SentForm.Fields(theirs), SentForm.Fields(ours));
    }

    [Fact]
    public async Task Messages_for_a_FIFO_topic_are_sent_as_the_SDK_sends_them()
    {
        StreamRecord[] records =
        [
            Changes.Inserted("a", "first", 100),
            Records.Event.Read(Records.Event.Json(
                "REMOVE", Records.Event.Item<Shop.Order, Shop.Order.Marshaller>(new() { CustomerId = "c", OrderId = 1, Status = "second" }), null, "101",
                """{"sk":{"S":"d"},"pk":{"S":"\u0063"}}""")),
        ];

        var (ours, theirs) = await MessagesAsync("sns-fifo", "orders.fifo", records, (status, _) => new TopicMessage(status));

        Assert.Equal(SentForm.Fields(theirs), SentForm.Fields(ours));
    }

    [Fact]
    public async Task Events_are_sent_as_the_SDK_sends_them()
    {
        await using var server = new CannedServer(CannedResponse.Of(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"1"},{"EventId":"2"}]}"""));
        var detail = new JsonObject { ["text"] = Text }.ToJsonString();
        var structured = new BusEvent("shop.orders", "OrderPlaced", "{}")
        {
            Time = new DateTimeOffset(2026, 11, 28, 12, 34, 56, TimeSpan.Zero),
            Resources = ["arn:aws:x:1", "\u00e9"],
            TraceHeader = "Root=1-5759e988-bd862e3fe1be46a994272793",
        };
        using var sink = new EventBridgeSink(
            "orders",
            Changes.Map<BusEvent>((status, _) => status == "plain" ? new BusEvent("shop.orders", Text, detail) : structured),
            new SinkOptions<BusEvent> { ServiceUrl = server.Url, Region = "eu-west-1", Credentials = Credentials });

        var (ours, theirs) = await CompareAsync("eventbridge", server, sink, Changes.Of("plain", "structured"));

        Assert.True(JsonNode.DeepEquals(Read(theirs), Read(ours)), ours);

        // The detail is JSON within JSON, which two writers may escape differently.
        static JsonNode? Read(string body)
        {
            var json = JsonNode.Parse(body)!;
            foreach (var entry in json["Entries"]!.AsArray())
            {
                entry!["Detail"] = JsonNode.Parse(entry["Detail"]!.GetValue<string>());
            }

            return json;
        }
    }

    private static async Task<(string Ours, string Theirs)> MessagesAsync(
        string recorded, string topic, StreamRecord[] records, Func<string, StreamChange, TopicMessage?> make)
    {
        await using var server = new CannedServer(CannedResponse.Of(200, SnsAnswer.Of(["0", "1"])));
        using var sink = new SnsSink(
            $"arn:aws:sns:eu-west-1:111122223333:{topic}",
            Changes.Map(make),
            new SinkOptions<TopicMessage> { ServiceUrl = server.Url, Credentials = Credentials });
        return await CompareAsync(recorded, server, sink, records);
    }

    /// <summary>Compares all but the body, which it gives.</summary>
    private static async Task<(string Ours, string Theirs)> CompareAsync(string recorded, CannedServer server, IStreamSink sink, StreamRecord[] records)
    {
        Assert.Empty(await sink.DeliverAsync(records, Cancellation));
        var sent = Assert.Single(server.Requests);
        var file = Repository.Folder("tests", "DynamoGen.Streams.Tests", "Sinks", "Recorded", recorded + ".txt");
        var parts = (await File.ReadAllTextAsync(file, Cancellation)).ReplaceLineEndings("\n").Split("\n\n", 2);
        Assert.Equal(parts[0], Head(sent));
        return (Encoding.UTF8.GetString(sent.Body), parts[1].TrimEnd('\n'));
    }

    private static string Head(CannedRequest request)
    {
        string[] kept = ["content-type", "x-amz-target", "x-amz-security-token"];
        var authorization = request.Headers["Authorization"];
        var scope = string.Join('/', authorization.Split("Credential=")[1].Split(',')[0].Split('/')[2..]);
        var signed = authorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';').Where(name => name == "host" || kept.Contains(name));
        return string.Join('\n',
        [
            request.RequestLine.Replace(" HTTP/1.1", string.Empty, StringComparison.Ordinal),
            .. kept.Where(request.Headers.ContainsKey).Select(name => $"{name}: {request.Headers[name]}"),
            $"scope: {scope}",
            $"signed: {string.Join(';', signed)}",
        ]);
    }

    /// <summary>The order in which the attributes were recorded.</summary>
    private sealed class InTurn(params string[] names) : IComparer<string>
    {
        public int Compare(string? x, string? y) => Array.IndexOf(names, x).CompareTo(Array.IndexOf(names, y));
    }
}
