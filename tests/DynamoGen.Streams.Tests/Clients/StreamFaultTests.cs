using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>What refusals and faults end with, and which of them are tried again.</summary>
public sealed class StreamFaultTests : IAsyncDisposable
{
    private readonly ScriptedStreams _server = new();
    private readonly StreamClient _client;
    private readonly ScriptedStream _stream;
    private readonly ScriptedShard _shard;

    public StreamFaultTests()
    {
        _client = _server.Connect();
        _stream = _server.Add("orders");
        _shard = _stream.Open();
        _stream.Write(_shard, "A", 1);
        _stream.Write(_shard, "A", 2);
    }

    /// <summary>Faults after which another attempt follows.</summary>
    public static TheoryData<string> Passing => [.. PassingFaults.Keys];

    private static Dictionary<string, Func<CannedResponse>> PassingFaults { get; } = new()
    {
        ["throttled"] = static () => CannedResponse.Error(400, "LimitExceededException"),
        ["throttled as tables are"] = static () => CannedResponse.Error(400, "ProvisionedThroughputExceededException"),
        ["server error"] = static () => CannedResponse.Error(500, "InternalServerError"),
        ["unavailable"] = static () => CannedResponse.Error(503, "ServiceUnavailable"),
        ["wrong CRC"] = static () => CannedResponse.Ok("{}"u8.ToArray(), crc32: 1),
        ["cut short"] = static () => CannedResponse.Truncated(new byte[100], 40),
        ["reset"] = CannedResponse.Reset,
        ["hung up"] = CannedResponse.Nothing,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_is_tried_again(string fault)
    {
        var iterator = await IteratorAsync();
        _server.Fail("GetRecords", PassingFaults[fault](), PassingFaults[fault](), PassingFaults[fault]());

        var page = await _client.GetRecordsAsync(iterator, cancellationToken: Cancellation);

        Assert.Equal(2, page.Records.Count);
        Assert.Equal(4, _server.Calls("GetRecords"));
    }

    [Fact]
    public async Task A_page_of_a_description_that_fails_is_tried_again_alone()
    {
        var shard = _shard;
        for (var i = 0; i < 150; i++)
        {
            shard = _stream.RollOver(shard);
        }

        _server.Fail("DescribeStream", CannedResponse.Error(400, "LimitExceededException"));
        var description = await _client.DescribeStreamAsync(_stream.Arn, cancellationToken: Cancellation);

        Assert.Equal(151, description.Shards.DistinctBy(shard => shard.ShardId).Count());
        Assert.Equal(3, _server.Calls("DescribeStream"));
    }

    [Fact]
    public async Task A_fault_that_stays_ends_with_the_exception_of_DynamoDB()
    {
        _server.Fail("ListStreams", [.. Enumerable.Range(0, 4).Select(_ => CannedResponse.Error(500, "InternalServerError"))]);

        var failed = await Assert.ThrowsAsync<InternalServerErrorException>(() => _client.ListStreamsAsync(null, Cancellation).AsTask());

        Assert.Equal(4, _server.Calls("ListStreams"));
        Assert.Equal("REQUEST-1", failed.RequestId);
    }

    [Fact]
    public async Task A_refusal_without_a_name_of_its_own_is_an_exception_of_DynamoDB_and_not_tried_again()
    {
        _server.Fail("DescribeStream", CannedResponse.Error(400, "ValidationException"));

        var refused = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => _client.DescribeStreamAsync(_stream.Arn, null, Cancellation).AsTask());

        Assert.Equal(("ValidationException", "The message."), (refused.ErrorCode, refused.Message));
        Assert.Equal(1, _server.Calls("DescribeStream"));
    }

    [Fact]
    public async Task Only_the_outermost_type_of_an_error_counts()
    {
        const string Nested = ""","Details":{"__type":"x#ExpiredIteratorException"}""";
        _server.Fail("GetRecords", CannedResponse.Error(400, "TrimmedDataAccessException", Nested));

        await Assert.ThrowsAsync<TrimmedDataAccessException>(async () => await _client.GetRecordsAsync("iterator", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task An_iterator_that_is_too_old_is_told()
    {
        var iterator = await IteratorAsync();
        _server.ExpireIterators();

        var expired = await Assert.ThrowsAsync<ExpiredIteratorException>(async () => await _client.GetRecordsAsync(iterator, cancellationToken: Cancellation));

        Assert.IsAssignableFrom<AmazonDynamoDBException>(expired.InnerException);
        Assert.Equal(1, _server.Calls("GetRecords"));
        Assert.Equal(2, (await _client.GetRecordsAsync(await IteratorAsync(), cancellationToken: Cancellation)).Records.Count);
    }

    [Fact]
    public async Task Records_that_are_lost_are_told()
    {
        var iterator = await IteratorAsync();
        var first = ShardStart.After(SequenceNumber.Parse(_shard.First));
        _server.Change(() => _shard.Trimmed = 1);

        await Assert.ThrowsAsync<TrimmedDataAccessException>(async () => await _client.GetRecordsAsync(iterator, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<TrimmedDataAccessException>(async () => await _client.GetShardIteratorAsync(_stream.Arn, _shard.Id, first, Cancellation));
        Assert.Single((await _client.GetRecordsAsync(await IteratorAsync(), cancellationToken: Cancellation)).Records);
    }

    [Fact]
    public async Task A_stream_or_a_shard_that_is_gone_is_told()
    {
        var iterator = await IteratorAsync();
        _server.Change(() => _stream.Forget(_shard));

        await Assert.ThrowsAsync<StreamNotFoundException>(IteratorAsync);
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await _client.GetRecordsAsync(iterator, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await _client.DescribeStreamAsync(_stream.Arn + "-other", null, Cancellation));
    }

    [Theory]
    [InlineData("ListStreams", """{"Streams":[{}]}""")]
    [InlineData("ListStreams", "<html>")]
    [InlineData("DescribeStream", "{}")]
    [InlineData("DescribeStream", """{"StreamDescription":{"Shards":[{}]}}""")]
    [InlineData("DescribeStream", """{"StreamDescription":{"Shards":[{"ShardId":"s","SequenceNumberRange":{"StartingSequenceNumber":"x"}}]}}""")]
    [InlineData("GetShardIterator", "{}")]
    [InlineData("GetShardIterator", """{"ShardIterator":"a"} more""")]
    [InlineData("GetRecords", """{"Records":[{}]}""")]
    [InlineData("GetRecords", """{"Records":[""")]
    public async Task An_answer_that_is_none_is_told(string operation, string answer)
    {
        _server.Fail(operation, CannedResponse.Ok(answer));

        await Assert.ThrowsAsync<ItemFormatException>(() => operation switch
        {
            "ListStreams" => _client.ListStreamsAsync(null, Cancellation).AsTask(),
            "DescribeStream" => _client.DescribeStreamAsync(_stream.Arn, null, Cancellation).AsTask(),
            "GetShardIterator" => IteratorAsync(),
            _ => _client.GetRecordsAsync("iterator", cancellationToken: Cancellation).AsTask(),
        });
    }

    [Fact]
    public async Task Members_that_are_null_are_not_there()
    {
        _server.Fail("ListStreams", CannedResponse.Ok("""{"Streams":[],"LastEvaluatedStreamArn":null}"""));
        _server.Fail("GetRecords", CannedResponse.Ok("""{"Records":[],"NextShardIterator":null}"""));
        _server.Fail("DescribeStream", CannedResponse.Ok(
            """{"StreamDescription":{"LastEvaluatedShardId":null,"Shards":[{"ShardId":"s","ParentShardId":null,"SequenceNumberRange":{"EndingSequenceNumber":null}}]}}"""));

        Assert.Empty(await _client.ListStreamsAsync(null, Cancellation));
        Assert.Null((await _client.GetRecordsAsync("iterator", cancellationToken: Cancellation)).NextIterator);
        Assert.Equal([new("s", null, null, null)], (await _client.DescribeStreamAsync(_stream.Arn, null, Cancellation)).Shards);
    }

    private async Task<string> IteratorAsync() => await _client.GetShardIteratorAsync(_stream.Arn, _shard.Id, ShardStart.TrimHorizon, Cancellation);
}
