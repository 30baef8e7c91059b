using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Requests are cut at the services' limit to the byte, and what alone is larger is made smaller or fails.</summary>
public sealed class SinkSizeTests : IAsyncDisposable
{
    private const int Limit = 262_144;

    private readonly ScriptedSns _sns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sns.DisposeAsync();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task Messages_are_cut_at_the_limit_to_the_byte(int beyond, int requests)
    {
        // é has 2 bytes; the attributes have 4 + 6 + 4, 1 + 6 + 2 and 1 + 6 + 3, and the subject has 2.
        const int Others = (2 * 1000) + 14 + 9 + 10 + 2;
        var attributes = new Dictionary<string, TopicAttribute>
        {
            ["kind"] = TopicAttribute.Text("\u00e9\u00e9"),
            ["n"] = TopicAttribute.Number(12),
            ["b"] = TopicAttribute.Bytes(new byte[] { 1, 2, 3 }),
        };
        using var sink = _sns.Connect(make: (status, _) => status == "first"
            ? new TopicMessage(new string('\u00e9', 1000)) { Attributes = attributes, Subject = "\u00e9" }
            : new TopicMessage(new string('x', Limit - Others + beyond)));

        Assert.Empty(await sink.DeliverAsync(Changes.Of("first", "second"), Cancellation));
        Assert.Equal(requests, _sns.Requests.Count);
    }

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task A_message_that_alone_is_too_large_fails_and_the_others_do_not(int size, bool isDelivered)
    {
        using var sink = _sns.Connect(make: (status, _) => new TopicMessage(status == "large" ? new string('x', size) : status));

        var undelivered = await sink.DeliverAsync(Changes.Of("a", "large", "b"), Cancellation);

        Assert.Equal(isDelivered ? 3 : 2, _sns.Sent.Sum(request => request.Length));
        if (!isDelivered)
        {
            var failed = Assert.Single(undelivered);
            var tooLarge = Assert.IsType<EventTooLargeException>(failed.Reason);
            Assert.Equal((1, (long)size, (long)Limit), (failed.Index, tooLarge.Size, tooLarge.Limit));
        }
    }

    [Fact]
    public async Task A_method_of_the_users_makes_a_message_smaller()
    {
        using var sink = _sns.Connect(
            make: static (status, _) => new TopicMessage(status == "large" ? new string('x', Limit + 1) : status),
            whenTooLarge: static (message, change, _) => ValueTask.FromResult(new TopicMessage($"{message.Message.Length} bytes of {change.EventId}")));

        Assert.Empty(await sink.DeliverAsync(Changes.Of("a", "large"), Cancellation));
        Assert.Equal([["a", $"{Limit + 1} bytes of 101"]], _sns.Sent);
    }

    [Fact]
    public async Task A_method_that_makes_it_no_smaller_or_fails_fails_the_change()
    {
        var stores = new InvalidOperationException("The store is away.");
        using var sink = _sns.Connect(
            make: static (status, _) => new TopicMessage(status.PadRight(Limit + 1, 'x')),
            whenTooLarge: (message, _, _) => message.Message[0] == 'a' ? ValueTask.FromResult(message) : throw stores);

        var undelivered = await sink.DeliverAsync(Changes.Of("a", "b"), Cancellation);

        Assert.IsType<EventTooLargeException>(undelivered[0].Reason);
        Assert.Same(stores, undelivered[1].Reason);
        Assert.Empty(_sns.Requests);
    }

    [Theory]
    [InlineData(Limit, 0, 1)]
    [InlineData(Limit, 1, 2)]
    [InlineData(1_048_576, 0, 1)]
    [InlineData(1_048_576, 1, 2)]
    public async Task Events_are_cut_at_the_limit_to_the_byte(int limit, int beyond, int requests)
    {
        // Time has 14 bytes, é has 2; the bus and the trace count for nothing.
        const int First = 14 + 2 + 3 + 2 + 4 + 2;
        await using var server = new CannedServer(request => CannedResponse.Of(200, EventAnswer.Taking(request)));
        using var sink = new EventBridgeSink(
            "a-bus-with-a-name",
            Changes.Map<BusEvent>((status, change) => status == "first"
                ? new BusEvent("\u00e9", "abc", "{}") { Time = change.Time, Resources = ["arn1", "\u00e9"], TraceHeader = "Root=1" }
                : new BusEvent("s", "t", new string('x', limit - First - 2 + beyond))),
            new SinkOptions<BusEvent>
            {
                ServiceUrl = server.Url,
                Region = "eu-west-1",
                Credentials = CannedCredentials.Some,
                MaxRequestBytes = limit,
            });

        Assert.Empty(await sink.DeliverAsync(Changes.Of("first", "second"), Cancellation));
        Assert.Equal(requests, server.Requests.Count);
    }
}
