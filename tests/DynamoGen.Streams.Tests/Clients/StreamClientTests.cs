using System.Globalization;
using Amazon.Runtime;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Tests.Scripted;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>What the four operations give, against a scripted server.</summary>
public sealed class StreamClientTests : IAsyncDisposable
{
    private readonly ScriptedStreams _server = new();
    private readonly StreamClient _client;

    public StreamClientTests() => _client = _server.Connect();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task All_pages_of_a_list_are_followed()
    {
        _server.PageOfStreams = 2;
        var added = Enumerable.Range(0, 5).Select(i => _server.Add("orders", $"2026-11-2{i}T12:00:00.000")).ToList();
        _server.Add("customers");

        var ofTable = await _client.ListStreamsAsync("orders", Cancellation);
        var all = await _client.ListStreamsAsync(null, Cancellation);

        Assert.Equal(added.Select(stream => new TableStream(stream.Arn, "orders", stream.Label)), ofTable);
        Assert.Equal(6, all.Count);
        Assert.Equal(3 + 3, _server.Calls("ListStreams"));
    }

    [Fact]
    public async Task All_pages_of_a_description_are_followed()
    {
        var stream = _server.Add("orders");
        var shard = stream.Open();
        for (var i = 1; i < 250; i++)
        {
            shard = stream.RollOver(shard);
        }

        var description = await _client.DescribeStreamAsync(stream.Arn, cancellationToken: Cancellation);

        Assert.True(description.IsOpen);
        Assert.Equal(StreamView.NewAndOldImages, description.View);
        Assert.Equal(
            stream.Shards.Select(shard => (shard.Id, shard.Parent, shard.First, shard.Last)),
            description.Shards.Select(shard => (shard.ShardId, shard.ParentShardId, shard.First!.Value.ToString(), shard.Last?.ToString()))!);
        Assert.Equal(3, _server.Calls("DescribeStream"));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(130, 1 + 3)]
    public async Task All_children_of_a_shard_are_found_also_beyond_a_page(int count, int calls)
    {
        var stream = _server.Add("orders");
        var (parent, other) = (stream.Open(), stream.Open());
        for (var i = 0; i < count; i++)
        {
            stream.Open(parent);
            stream.Open(other);
        }

        var description = await _client.DescribeStreamAsync(stream.Arn, childrenOf: parent.Id, Cancellation);

        Assert.Equal(count, description.Shards.Count);
        Assert.All(description.Shards, shard => Assert.Equal(parent.Id, shard.ParentShardId));
        Assert.Equal(calls, _server.Calls("DescribeStream"));
    }

    [Theory]
    [InlineData("ENABLED", "KEYS_ONLY", true, StreamView.KeysOnly)]
    [InlineData("ENABLING", "NEW_IMAGE", true, StreamView.NewImage)]
    [InlineData("DISABLING", "OLD_IMAGE", false, StreamView.OldImage)]
    [InlineData("DISABLED", "NEW_AND_OLD_IMAGES", false, StreamView.NewAndOldImages)]
    [InlineData("NEWER", "NEWER", false, StreamView.None)]
    public async Task A_description_has_the_state_and_the_view(string status, string view, bool isOpen, StreamView expected)
    {
        var stream = _server.Add("orders");
        (stream.Status, stream.View) = (status, view);

        var description = await _client.DescribeStreamAsync(stream.Arn, cancellationToken: Cancellation);

        Assert.Equal((isOpen, expected, 0), (description.IsOpen, description.View, description.Shards.Count));
    }

    [Fact]
    public async Task A_shard_is_read_from_each_kind_of_start()
    {
        var stream = _server.Add("orders");
        var shard = stream.Open();
        var written = Enumerable.Range(0, 5).Select(value => stream.Write(shard, "A", value)).ToList();
        stream.Close(shard);
        var third = SequenceNumber.Parse(written[2].SequenceNumber);

        Assert.Equal([0, 1, 2, 3, 4], await ValuesAsync(ShardStart.TrimHorizon));
        Assert.Equal([2, 3, 4], await ValuesAsync(ShardStart.At(third)));
        Assert.Equal([3, 4], await ValuesAsync(ShardStart.After(third)));
        Assert.Equal([], await ValuesAsync(ShardStart.Latest));

        async Task<List<int>> ValuesAsync(ShardStart start) => [.. (await _client.ReadToEndAsync(stream.Arn, shard.Id, start)).Select(Value)];
    }

    [Fact]
    public async Task An_empty_page_is_not_the_end_of_a_shard()
    {
        var stream = _server.Add("orders");
        var shard = stream.Open();
        stream.Write(shard, "A", 1);
        stream.Close(shard);
        shard.EmptyReads = 3;

        Assert.Equal(1, Value(Assert.Single(await _client.ReadToEndAsync(stream.Arn, shard.Id, ShardStart.TrimHorizon))));
        Assert.Equal(4, _server.Calls("GetRecords"));
    }

    [Fact]
    public async Task Records_stay_valid_after_later_reads()
    {
        var stream = _server.Add("orders");
        var shard = stream.Open();
        var written = Enumerable.Range(0, 40).Select(value => stream.Write(shard, "key-" + value, value)).ToList();
        stream.Close(shard);

        var read = await _client.ReadToEndAsync(stream.Arn, shard.Id, ShardStart.TrimHorizon, limit: 3);

        Assert.Equal(written.Select(record => record.Describe().ToJsonString()), read.Select(record => record.Json.Text()));
        Assert.Equal(14, _server.Calls("GetRecords"));
    }

    [Fact]
    public async Task Shards_that_split_and_merge_give_every_record_once_and_children_behind_parents()
    {
        var stream = _server.Add("orders");
        var root = stream.Open();
        stream.Write(root, "A", 0);
        stream.Write(root, "B", 0);
        var (left, right) = stream.Split(root);
        stream.Write(left, "A", 1);
        stream.Write(right, "B", 1);
        var merged = stream.Merge(left, right);
        stream.Write(merged, "A", 2);
        stream.Close(merged);

        var read = await _client.ReadClosedShardsAsync(stream.Arn);

        Assert.Equal([0, 1, 2], read.Where(read => read.Record.Keys.Text().Contains('A')).Select(read => Value(read.Record)));
        Assert.Equal([0, 1], read.Where(read => read.Record.Keys.Text().Contains('B')).Select(read => Value(read.Record)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_limit_is_from_1_to_1000(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _client.GetRecordsAsync("iterator", limit, Cancellation).AsTask());

    [Fact]
    public async Task A_request_has_the_target_and_the_signature_of_DynamoDB()
    {
        using var client = _server.Connect(credentials: new SessionAWSCredentials("access", "secret", "token"));
        await client.ListStreamsAsync("orders", Cancellation);

        var request = Assert.Single(_server.Requests);
        Assert.Equal("POST / HTTP/1.1", request.RequestLine);
        Assert.Equal("DynamoDBStreams_20120810.ListStreams", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("token", request.Headers["X-Amz-Security-Token"]);
        var day = request.Headers["X-Amz-Date"][..8];
        Assert.StartsWith(
            $"AWS4-HMAC-SHA256 Credential=access/{day}/eu-west-1/dynamodb/aws4_request, "
            + "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=",
            request.Headers["Authorization"],
            StringComparison.Ordinal);
    }

    private static int Value(StreamRecord record) =>
        int.Parse(record.NewImage.Text().Split("\"N\":\"")[1].Split('"')[0], CultureInfo.InvariantCulture);
}
