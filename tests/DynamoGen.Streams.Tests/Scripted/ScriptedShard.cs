using System.Globalization;
using System.Text.Json.Nodes;

namespace DynamoGen.Streams.Tests.Scripted;

/// <summary>One shard of a scripted stream.</summary>
internal sealed class ScriptedShard(string id, string? parent, long first)
{
    private readonly List<ScriptedRecord> _records = [];

    public string Id => id;

    public string? Parent => parent;

    /// <summary>The sequence number at which it begins.</summary>
    public string First { get; } = ScriptedStream.SequenceNumber(first);

    /// <summary>The sequence number with which it ends; null while it is open.</summary>
    public string? Last { get; private set; }

    public IReadOnlyList<ScriptedRecord> Records => _records;

    /// <summary>How many of its oldest records are gone.</summary>
    public int Trimmed { get; set; }

    /// <summary>How many reads from now on give no record, as DynamoDB's do now and then.</summary>
    public int EmptyReads { get; set; }

    public bool IsOpen => Last is null;

    public void Add(ScriptedRecord record) => _records.Add(record);

    public void Close(long last) => Last ??= ScriptedStream.SequenceNumber(last);

    /// <summary>The place of the first record whose number is not less.</summary>
    public int PlaceOf(string sequenceNumber)
    {
        var place = _records.FindIndex(record => string.CompareOrdinal(record.SequenceNumber, sequenceNumber) >= 0);
        return place < 0 ? _records.Count : place;
    }

    public JsonObject Describe()
    {
        var range = new JsonObject { ["StartingSequenceNumber"] = First };
        if (Last is not null)
        {
            range["EndingSequenceNumber"] = Last;
        }

        var shard = new JsonObject { ["ShardId"] = id, ["SequenceNumberRange"] = range };
        if (parent is not null)
        {
            shard["ParentShardId"] = parent;
        }

        return shard;
    }
}

/// <summary>One record of a scripted shard: an item with one key and one number.</summary>
internal sealed record ScriptedRecord(string SequenceNumber, string Key, int Value)
{
    /// <summary>When the item was written, in whole seconds, as the service tells it.</summary>
    public DateTimeOffset Written { get; init; } = DateTimeOffset.FromUnixTimeSeconds(1_795_800_000);

    public JsonObject Describe() => new()
    {
        ["eventID"] = "event-" + SequenceNumber,
        ["eventName"] = "INSERT",
        ["eventVersion"] = "1.1",
        ["eventSource"] = "aws:dynamodb",
        ["awsRegion"] = "eu-west-1",
        ["dynamodb"] = new JsonObject
        {
            ["ApproximateCreationDateTime"] = Written.ToUnixTimeSeconds(),
            ["Keys"] = new JsonObject { ["pk"] = new JsonObject { ["S"] = Key } },
            ["NewImage"] = new JsonObject
            {
                ["pk"] = new JsonObject { ["S"] = Key },
                ["value"] = new JsonObject { ["N"] = Value.ToString(CultureInfo.InvariantCulture) },
            },
            ["SequenceNumber"] = SequenceNumber,
            ["SizeBytes"] = 20,
            ["StreamViewType"] = "NEW_AND_OLD_IMAGES",
        },
    };
}
