using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations;

namespace DynamoGen.MigrationProof;

/// <summary>Looks at a migration's segments as they are stored, from outside, and sees whether one ever goes back.</summary>
internal sealed class SegmentWatch(IAmazonDynamoDB client, string migration)
{
    private const string Table = "migrations";

    private readonly Dictionary<string, Seen> _seen = [];

    /// <summary>The phase.</summary>
    public MigrationPhase Phase { get; private set; }

    /// <summary>How many items were copied.</summary>
    public long Copied => _seen.Values.Sum(segment => segment.Copied);

    /// <summary>How many segments there are.</summary>
    public int Segments => _seen.Count;

    /// <summary>How many of them were done before the last look.</summary>
    public int Done => _seen.Values.Count(segment => segment.IsDone);

    /// <summary>The workers that hold segments.</summary>
    public IReadOnlyCollection<string> Owners => [.. _seen.Values.Select(segment => segment.Owner).OfType<string>()];

    /// <summary>How many owners in turn the segments had: what is more than one for each was taken over.</summary>
    public int TakenOver { get; private set; }

    /// <summary>How many different positions were seen.</summary>
    public int Positions => _seen.Values.Sum(segment => segment.Positions.Count);

    /// <summary>What went back.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var state = await client.GetItemAsync(
            Table, new() { ["pk"] = new AttributeValue(migration), ["sk"] = new AttributeValue("STATE") }, consistentRead: true, cancellationToken);
        Phase = state.Item is { Count: > 0 } ? Enum.Parse<MigrationPhase>(state.Item["phase"].S) : MigrationPhase.NotStarted;
        var request = new QueryRequest
        {
            TableName = Table,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :run",
            ExpressionAttributeValues = new() { [":run"] = new AttributeValue($"{migration}#1#COPY#SEGMENTS") },
        };
        foreach (var item in (await client.QueryAsync(request, cancellationToken)).Items ?? [])
        {
            Look(item["sk"].S, item);
        }
    }

    private void Look(string number, Dictionary<string, AttributeValue> item)
    {
        var copied = long.Parse(item["copied"].N, CultureInfo.InvariantCulture);
        var (owner, position, isDone) = (item.GetValueOrDefault("owner")?.S, item.GetValueOrDefault("position")?.S, item["done"].BOOL == true);
        if (!_seen.TryGetValue(number, out var segment))
        {
            segment = new Seen();
            _seen.Add(number, segment);
        }

        Check(copied >= segment.Copied, $"segment {number} had copied {segment.Copied} items, and then {copied}");
        Check(isDone || !segment.IsDone, $"segment {number} was done, and then not");
        Check(isDone || position is not null || segment.Position is null, $"segment {number} began again");
        if (position is not null && position != segment.Position)
        {
            Check(segment.Positions.Add(position), $"segment {number} went back to a position where it had been");
        }

        TakenOver += owner is not null && segment.LastOwner is not null && owner != segment.LastOwner ? 1 : 0;
        (segment.Copied, segment.IsDone, segment.Position, segment.Owner) = (copied, isDone, position, owner);
        segment.LastOwner = owner ?? segment.LastOwner;
    }

    private void Check(bool holds, string violation)
    {
        if (!holds)
        {
            Violations.Add(violation);
        }
    }

    /// <summary>A segment as it was seen last, and where it had been.</summary>
    private sealed class Seen
    {
        public HashSet<string> Positions { get; } = [];

        public long Copied { get; set; }

        public string? Position { get; set; }

        public bool IsDone { get; set; }

        public string? Owner { get; set; }

        public string? LastOwner { get; set; }
    }
}
