using System.Globalization;

namespace DynamoGen.Streams.Tests.Scripted;

/// <summary>A stream whose shards do what a test says: split, merge, lose their oldest records, go away.</summary>
internal sealed class ScriptedStream(string tableName, string label)
{
    private readonly List<ScriptedShard> _shards = [];
    private long _last;
    private int _opened;

    public string TableName => tableName;

    public string Label => label;

    public string Arn => $"arn:aws:dynamodb:eu-west-1:000000000000:table/{tableName}/stream/{label}";

    public string Status { get; set; } = "ENABLED";

    public string View { get; set; } = "NEW_AND_OLD_IMAGES";

    public IReadOnlyList<ScriptedShard> Shards => _shards;

    public static string SequenceNumber(long number) => number.ToString("D21", CultureInfo.InvariantCulture);

    public ScriptedShard Open(ScriptedShard? parent = null)
    {
        var shard = new ScriptedShard($"shardId-{_opened++:D20}", parent?.Id, ++_last);
        _shards.Add(shard);
        return shard;
    }

    public ScriptedRecord Write(ScriptedShard shard, string key, int value, DateTimeOffset? written = null)
    {
        var record = new ScriptedRecord(SequenceNumber(++_last), key, value);
        record = record with { Written = written ?? record.Written };
        shard.Add(record);
        return record;
    }

    public void Close(ScriptedShard shard) => shard.Close(++_last);

    /// <summary>Closes a shard and opens a child of it.</summary>
    public ScriptedShard RollOver(ScriptedShard shard)
    {
        Close(shard);
        return Open(shard);
    }

    /// <summary>Closes a shard and opens two children of it.</summary>
    public (ScriptedShard Left, ScriptedShard Right) Split(ScriptedShard shard)
    {
        Close(shard);
        return (Open(shard), Open(shard));
    }

    /// <summary>Closes two shards and opens one child, which names the first one as its parent: there is room for one name only.</summary>
    public ScriptedShard Merge(ScriptedShard first, ScriptedShard second)
    {
        Close(first);
        Close(second);
        return Open(first);
    }

    /// <summary>Takes a shard away, as 24 hours after its last record.</summary>
    public void Forget(ScriptedShard shard) => _shards.Remove(shard);
}
