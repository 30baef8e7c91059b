using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Scripted;

/// <summary>A server of the four operations of DynamoDB Streams on the loopback address, whose streams and faults a test scripts.</summary>
internal sealed class ScriptedStreams : IAsyncDisposable
{
    private const int PageOfDescription = 100;
    private const string Prefix = "DynamoDBStreams_20120810.";
    private readonly Lock _lock = new();
    private readonly List<ScriptedStream> _streams = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<CannedResponse>> _faults = [];
    private readonly CannedServer _server;
    private int _generation;

    public ScriptedStreams() => _server = new CannedServer(Answer);

    public string Url => _server.Url;

    public IReadOnlyList<CannedRequest> Requests => _server.Requests;

    /// <summary>How many streams ListStreams gives in a page.</summary>
    public int PageOfStreams { get; set; } = 100;

    /// <summary>How often an operation was asked for.</summary>
    public int Calls(string operation) => Requests.Count(request => request.Headers["X-Amz-Target"] == Prefix + operation);

    public ScriptedStream Add(string tableName, string label = "2026-11-28T12:00:00.000")
    {
        var stream = new ScriptedStream(tableName, label);
        Change(() => _streams.Add(stream));
        return stream;
    }

    /// <summary>Changes streams or shards while nobody reads them.</summary>
    public void Change(Action change)
    {
        lock (_lock)
        {
            change();
        }
    }

    /// <summary>Answers the next requests of an operation so, before any goes on as usual.</summary>
    public void Fail(string operation, params CannedResponse[] responses)
    {
        var faults = _faults.GetOrAdd(operation, static _ => new ConcurrentQueue<CannedResponse>());
        Array.ForEach(responses, faults.Enqueue);
    }

    /// <summary>Makes all iterators that were given older than 15 minutes.</summary>
    public void ExpireIterators() => Interlocked.Increment(ref _generation);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static CannedResponse Refusal(string code) => CannedResponse.Error(400, code);

    private static CannedResponse Ok(JsonObject response) => CannedResponse.Ok(response.ToJsonString());

    private CannedResponse Answer(CannedRequest request)
    {
        var operation = request.Headers["X-Amz-Target"][Prefix.Length..];
        if (_faults.TryGetValue(operation, out var faults) && faults.TryDequeue(out var fault))
        {
            return fault;
        }

        var asked = JsonNode.Parse(request.Body)!.AsObject();
        lock (_lock)
        {
            var stream = _streams.Find(stream => stream.Arn == (string?)asked["StreamArn"]);
            return (operation, stream) switch
            {
                ("ListStreams", _) => ListStreams((string?)asked["TableName"], (string?)asked["ExclusiveStartStreamArn"]),
                ("GetRecords", _) => GetRecords((string)asked["ShardIterator"]!, (int?)asked["Limit"] ?? 1000),
                (_, null) => Refusal("ResourceNotFoundException"),
                ("DescribeStream", _) => DescribeStream(stream, (string?)asked["ShardFilter"]?["ShardId"], (string?)asked["ExclusiveStartShardId"]),
                ("GetShardIterator", _) => GetShardIterator(stream, asked),
                _ => Refusal("UnknownOperationException"),
            };
        }
    }

    private CannedResponse ListStreams(string? tableName, string? after)
    {
        var streams = _streams.FindAll(stream => tableName is null || stream.TableName == tableName);
        var page = streams.Skip(streams.FindIndex(stream => stream.Arn == after) + 1).Take(PageOfStreams).ToList();
        var response = new JsonObject
        {
            ["Streams"] = new JsonArray([.. page.Select(stream => new JsonObject
            {
                ["StreamArn"] = stream.Arn,
                ["TableName"] = stream.TableName,
                ["StreamLabel"] = stream.Label,
            })]),
        };
        if (page.Count > 0 && page[^1] != streams[^1])
        {
            response["LastEvaluatedStreamArn"] = page[^1].Arn;
        }

        return Ok(response);
    }

    /// <summary>A filter and a place where a description goes on are refused together.</summary>
    private static CannedResponse DescribeStream(ScriptedStream stream, string? childrenOf, string? after)
    {
        if (childrenOf is not null && after is not null)
        {
            return Refusal("ValidationException");
        }

        var shards = stream.Shards.Where(shard => childrenOf is null || shard.Parent == childrenOf).ToList();
        var page = shards.Skip(shards.FindIndex(shard => shard.Id == after) + 1).Take(PageOfDescription).ToList();
        var description = new JsonObject
        {
            ["StreamArn"] = stream.Arn,
            ["StreamStatus"] = stream.Status,
            ["StreamViewType"] = stream.View,
            ["Shards"] = new JsonArray([.. page.Select(shard => shard.Describe())]),
        };
        if (page.Count > 0 && page[^1] != shards[^1])
        {
            description["LastEvaluatedShardId"] = page[^1].Id;
        }

        return Ok(new JsonObject { ["StreamDescription"] = description });
    }

    private CannedResponse GetShardIterator(ScriptedStream stream, JsonObject asked)
    {
        if (stream.Shards.FirstOrDefault(shard => shard.Id == (string?)asked["ShardId"]) is not { } shard)
        {
            return Refusal("ResourceNotFoundException");
        }

        var number = (string?)asked["SequenceNumber"];
        var place = (string?)asked["ShardIteratorType"] switch
        {
            "TRIM_HORIZON" => shard.Trimmed,
            "LATEST" => shard.Records.Count,
            "AT_SEQUENCE_NUMBER" => shard.PlaceOf(number!),
            "AFTER_SEQUENCE_NUMBER" => shard.PlaceOf(number! + "0"),
            _ => -1,
        };
        return place < 0 ? Refusal("ValidationException")
            : place < shard.Trimmed ? Refusal("TrimmedDataAccessException")
            : Ok(new JsonObject { ["ShardIterator"] = Iterator(stream, shard, place) });
    }

    private CannedResponse GetRecords(string iterator, int limit)
    {
        var parts = iterator.Split('|');
        if (parts[3] != Generation)
        {
            return Refusal("ExpiredIteratorException");
        }

        var stream = _streams.Find(stream => stream.Arn == parts[0]);
        if (stream?.Shards.FirstOrDefault(shard => shard.Id == parts[1]) is not { } shard)
        {
            return Refusal("ResourceNotFoundException");
        }

        var place = int.Parse(parts[2], CultureInfo.InvariantCulture);
        if (place < shard.Trimmed)
        {
            return Refusal("TrimmedDataAccessException");
        }

        var isEmpty = shard.EmptyReads > 0;
        shard.EmptyReads -= isEmpty ? 1 : 0;
        var read = isEmpty ? [] : shard.Records.Skip(place).Take(limit).ToList();
        var response = new JsonObject { ["Records"] = new JsonArray([.. read.Select(record => record.Describe())]) };
        if (shard.IsOpen || place + read.Count < shard.Records.Count)
        {
            response["NextShardIterator"] = Iterator(stream, shard, place + read.Count);
        }

        return Ok(response);
    }

    private string Generation => Volatile.Read(ref _generation).ToString(CultureInfo.InvariantCulture);

    private string Iterator(ScriptedStream stream, ScriptedShard shard, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream.Arn}|{shard.Id}|{place}|{Generation}");
}
