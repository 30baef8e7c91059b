using System.Collections.Concurrent;
using System.Net;
using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>What becomes of changes on their way to an event bus.</summary>
public sealed class EventBridgeSinkTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<CannedResponse> _next = new();
    private readonly InstantTime _time = new();
    private readonly CannedServer _server;
    private readonly EventBridgeSink _sink;

    public EventBridgeSinkTests()
    {
        _server = new CannedServer(request => _next.TryDequeue(out var next) ? next : CannedResponse.Of(200, EventAnswer.Taking(request)));
        _sink = new EventBridgeSink(
            "orders",
            Changes.Map<BusEvent>(static (status, _) => status == "none" ? null : new BusEvent("shop", status, "{}")),
            new SinkOptions<BusEvent> { ServiceUrl = _server.Url, Region = "eu-west-1", Credentials = CannedCredentials.Some, TimeProvider = _time });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[][] Sent => [.. _server.Requests.Select(EventAnswer.DetailTypes)];

    public ValueTask DisposeAsync()
    {
        _sink.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_entries_that_failed_are_sent_again()
    {
        Answer(200, EventAnswer.Of(null, "ThrottlingException", "InternalFailure", "MalformedDetail", "InternalException"));
        Answer(200, EventAnswer.Of(null, "InternalFailure", null));

        var undelivered = Assert.Single(await _sink.DeliverAsync(Changes.Of("a", "b", "c", "d", "e"), Cancellation));

        Assert.Equal([["a", "b", "c", "d", "e"], ["b", "c", "e"], ["c"]], Sent);
        var refused = Assert.IsType<EntryRefusedException>(undelivered.Reason);
        Assert.Equal((3, "MalformedDetail", true), (undelivered.Index, refused.Code, refused.IsSenderFault));
        Assert.Contains("Why.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_fails_on_is_undelivered_after_three_attempts()
    {
        Answer(200, EventAnswer.Of("ThrottlingException", null));
        Answer(200, EventAnswer.Of("ThrottlingException"));
        Answer(200, EventAnswer.Of("ThrottlingException"));

        var undelivered = Assert.Single(await _sink.DeliverAsync(Changes.Of("a", "b"), Cancellation));

        Assert.Equal("ThrottlingException", Assert.IsType<EntryRefusedException>(undelivered.Reason).Code);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "ThrottlingException", 3)]
    [InlineData(500, "InternalException", 3)]
    [InlineData(400, "ExpiredTokenException", 1)]
    [InlineData(400, "ValidationException", 1)]
    public async Task A_refusal_that_stays_ends_with_the_services_code_and_status(int status, string code, int attempts)
    {
        for (var i = 0; i < attempts; i++)
        {
            Answer(status, $$"""{"__type":"com.amazonaws.events#{{code}}","message":"The message.","Inner":{"__type":"Other"} }""");
        }

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await _sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal(
            ("EventBridge", code, (HttpStatusCode)status, "The message.", "REQUEST-1"),
            (refused.Service, refused.ErrorCode, refused.StatusCode, refused.Message, refused.RequestId));
        Assert.Equal(attempts, _server.Requests.Count);
    }

    [Theory]
    [InlineData("{}", "x-amzn-ErrorType: ConcurrentModificationException:http://internal/\r\n", "ConcurrentModificationException")]
    [InlineData("<html>", "", null)]
    [InlineData("[1]", "", null)]
    [InlineData("""{"__type":7,"Message":null}""", "", null)]
    public async Task An_error_of_another_form_has_what_it_says(string body, string headers, string? code)
    {
        _next.Enqueue(CannedResponse.Of(403, body, headers));

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await _sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal((HttpStatusCode.Forbidden, code), (refused.StatusCode, refused.ErrorCode));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"FailedEntryCount":0,"Entries":[]}""")]
    public async Task An_answer_that_is_none_is_told(string body)
    {
        Answer(200, body);

        await Assert.ThrowsAsync<AwsServiceException>(async () => await _sink.DeliverAsync(Changes.Of("a"), Cancellation));
    }

    [Fact]
    public async Task An_entry_without_an_identifier_is_sent_again()
    {
        Answer(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"1"},{}]}""");

        Assert.Empty(await _sink.DeliverAsync(Changes.Of("a", "b"), Cancellation));
        Assert.Equal([["a", "b"], ["b"]], Sent);
    }

    [Fact]
    public async Task More_than_ten_changes_are_sent_in_several_requests_and_what_is_none_in_no_one()
    {
        var statuses = Enumerable.Range(0, 23).Select(i => "s" + i).ToArray();

        Assert.Empty(await _sink.DeliverAsync([Changes.OfCustomer(1), .. Changes.Of(["none", .. statuses])], Cancellation));
        Assert.Equal(statuses.Chunk(10), Sent);
    }

    private void Answer(int status, string body) => _next.Enqueue(CannedResponse.Of(status, body));
}
