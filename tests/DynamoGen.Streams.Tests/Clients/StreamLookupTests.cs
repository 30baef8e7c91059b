using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>The stream of a table among those that it has had.</summary>
public sealed class StreamLookupTests : IAsyncDisposable
{
    private readonly ScriptedStreams _server = new();
    private readonly StreamClient _client;

    public StreamLookupTests() => _client = _server.Connect();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task The_newest_stream_that_is_enabled_is_found()
    {
        var enabled = _server.Add("orders", "2026-11-28T10:00:00.000");
        _server.Add("orders", "2026-11-27T10:00:00.000").Status = "DISABLED";
        _server.Add("orders", "2026-11-28T11:00:00.000").Status = "DISABLED";
        _server.Add("customers", "2026-11-28T12:00:00.000");

        Assert.Equal(enabled.Arn, await _client.FindStreamAsync("orders", Cancellation));
    }

    [Fact]
    public async Task A_stream_that_goes_away_meanwhile_is_passed_over()
    {
        var enabled = _server.Add("orders", "2026-11-28T10:00:00.000");
        _server.Add("orders", "2026-11-28T11:00:00.000");
        _server.Fail("DescribeStream", CannedResponse.Error(400, "ResourceNotFoundException"));

        Assert.Equal(enabled.Arn, await _client.FindStreamAsync("orders", Cancellation));
    }

    [Fact]
    public async Task A_table_without_a_stream_is_told()
    {
        _server.Add("orders").Status = "DISABLED";

        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await _client.FindStreamAsync("orders", Cancellation));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await _client.FindStreamAsync("customers", Cancellation));
    }
}
