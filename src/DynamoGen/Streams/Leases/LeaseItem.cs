using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Streams.Leases;

/// <summary>A lease as an item.</summary>
internal static class LeaseItem
{
    public const string StreamArn = "streamArn";
    public const string ShardId = "shardId";
    public const string Owner = "leaseOwner";
    public const string Counter = "leaseCounter";
    public const string Checkpoint = "checkpoint";
    public const string WantedBy = "wantedBy";
    public const string Parents = "parentShardIds";
    public const string Children = "childShardIds";

    private const char HandlerSign = '|';

    /// <summary>The handler stands behind the stream, because an ARN has no such sign.</summary>
    public static string Partition(string handler, string streamArn) => $"{streamArn}{HandlerSign}{handler}";

    public static Dictionary<string, AttributeValue> Key(string handler, string streamArn, string shardId) => new()
    {
        [StreamArn] = new AttributeValue { S = Partition(handler, streamArn) },
        [ShardId] = new AttributeValue { S = shardId },
    };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static Dictionary<string, AttributeValue> Write(string handler, Lease lease)
    {
        var item = Key(handler, lease.StreamArn, lease.ShardId);
        item[Counter] = Number(lease.Counter);
        item[Checkpoint] = new AttributeValue { S = lease.Checkpoint.ToString() };
        item[Parents] = List(lease.Parents);
        item[Children] = List(lease.Children);
        AddText(item, Owner, lease.Owner);
        AddText(item, WantedBy, lease.WantedBy);
        return item;
    }

    /// <exception cref="InvalidDataException">The item is no lease.</exception>
    public static Lease Read(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return new Lease(item[StreamArn].S.Split(HandlerSign)[0], item[ShardId].S)
            {
                Owner = Text(item, Owner),
                Counter = long.Parse(item[Counter].N, CultureInfo.InvariantCulture),
                Checkpoint = LeaseCheckpoint.Parse(item[Checkpoint].S),
                WantedBy = Text(item, WantedBy),
                Parents = Texts(item, Parents),
                Children = Texts(item, Children),
            };
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or OverflowException or ArgumentNullException)
        {
            throw new InvalidDataException("An item of the lease table is no lease: an attribute is missing or of another form.", exception);
        }
    }

    public static AttributeValue List(IReadOnlyList<string> texts) => new()
    {
        L = [.. texts.Select(static text => new AttributeValue { S = text })],
    };

    private static void AddText(Dictionary<string, AttributeValue> item, string name, string? text)
    {
        if (text is not null)
        {
            item[name] = new AttributeValue { S = text };
        }
    }

    private static string? Text(Dictionary<string, AttributeValue> item, string name) => item.GetValueOrDefault(name)?.S;

    private static IReadOnlyList<string> Texts(Dictionary<string, AttributeValue> item, string name) =>
        item.GetValueOrDefault(name)?.L is { } list ? [.. list.Select(static value => value.S)] : [];
}
