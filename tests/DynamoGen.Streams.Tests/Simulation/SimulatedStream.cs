using System.Globalization;
using System.Text;
using DynamoGen.Serialization;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>A stream: items are written, shards split, merge and roll over, and what is old is trimmed.</summary>
internal sealed class SimulatedStream(VirtualScheduler scheduler, TimeSpan retention, Mutant mutant)
{
    public const string Arn = "arn:aws:dynamodb:eu-west-1:1:table/Items/stream/1";
    private const int PageSize = 5;

    private readonly List<SimulatedShard> _shards = [];
    private long _number = 1000;

    public bool IsClosed { get; private set; }

    public IReadOnlyList<SimulatedShard> Shards => _shards;

    public IEnumerable<SimulatedChange> Changes => _shards.SelectMany(static shard => shard.Changes);

    private List<SimulatedShard> OpenShards => [.. _shards.Where(static shard => shard.Closed is null)];

    /// <summary>Whether nothing is left.</summary>
    public bool IsGone => IsClosed && _shards.All(IsTrimmed);

    public void Open(IReadOnlyList<string> parents, IReadOnlyList<int> items)
    {
        var shard = new SimulatedShard($"shard-{_shards.Count:D3}", parents, items, scheduler.Now);
        _shards.Add(shard);
        scheduler.Note($"open {shard.Id} of {string.Join('+', parents)}");
    }

    public void Write(int item)
    {
        var shard = OpenShards.Single(shard => shard.Items.Contains(item));
        shard.Changes.Add(new SimulatedChange(_number += scheduler.Random.Next(1, 5), item, scheduler.Now, shard.Id));
    }

    /// <summary>Rolls a shard over, splits it, or merges two.</summary>
    public void Reshard()
    {
        var shard = Pick();
        Close(shard);
        if (scheduler.Chance(0.3) && OpenShards.Count > 0)
        {
            var other = Pick();
            Close(other);
            Open([shard.Id, other.Id], [.. shard.Items, .. other.Items]);
        }
        else if (scheduler.Chance(0.5) && shard.Items.Count > 1)
        {
            Open([shard.Id], [.. shard.Items.Take(shard.Items.Count / 2)]);
            Open([shard.Id], [.. shard.Items.Skip(shard.Items.Count / 2)]);
        }
        else
        {
            Open([shard.Id], shard.Items);
        }
    }

    public void CloseAll()
    {
        OpenShards.ForEach(Close);
        IsClosed = true;
    }

    public StreamDescription Describe(string? childrenOf)
    {
        // A shard shows a moment after it opened.
        var lag = scheduler.Milliseconds(0, 1500).Ticks;
        var rows = _shards.Where(shard => !IsTrimmed(shard) && shard.Opened <= scheduler.Now - lag)
            .Where(shard => childrenOf is null || shard.Parents.Contains(childrenOf))
            .SelectMany(shard => shard.Parents.DefaultIfEmpty().Select(parent => new ShardDescription(
                shard.Id, mutant == Mutant.ChildReadBeforeItsParentEnded ? null : parent, null, null)));
        return new StreamDescription(!IsClosed, default, [.. rows]);
    }

    public string Iterator(string shardId, ShardStart start)
    {
        var shard = Existing(shardId);
        var number = start.Kind switch
        {
            ShardStartKind.Latest => shard.Changes.LastOrDefault()?.Number ?? 0,
            ShardStartKind.TrimHorizon when mutant == Mutant.ChildReadFromLatest && shard.Parents.Count > 0 => shard.Changes.LastOrDefault()?.Number ?? 0,
            ShardStartKind.TrimHorizon => shard.Changes.LastOrDefault(IsTrimmed)?.Number ?? 0,
            _ => long.Parse(start.SequenceNumber.ToString(), CultureInfo.InvariantCulture),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{shardId} {number} {scheduler.Now}");
    }

    public RecordPage Read(string iterator)
    {
        var parts = iterator.Split(' ');
        var shard = Existing(parts[0]);
        var (number, made) = (long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
        if (made < scheduler.Now - TimeSpan.FromSeconds(50).Ticks || scheduler.Chance(0.01))
        {
            throw new ExpiredIteratorException("The iterator has expired.");
        }

        if (shard.Changes.Any(change => change.Number > number && IsTrimmed(change)))
        {
            throw new TrimmedDataAccessException("The records are trimmed.");
        }

        // An empty page is not an empty shard, and a page may come again.
        var again = scheduler.Chance(0.05) ? number - 10 : number;
        var page = scheduler.Chance(0.1) ? [] : shard.Changes.Where(change => change.Number > again).Take(scheduler.Random.Next(1, PageSize + 1)).ToList();
        var last = Math.Max(number, page.LastOrDefault()?.Number ?? 0);
        var isEnd = shard.Closed is not null && shard.Changes.All(change => change.Number <= last);
        var next = isEnd ? null : string.Create(CultureInfo.InvariantCulture, $"{shard.Id} {last} {scheduler.Now}");
        return new RecordPage([.. page.Select(Record)], next);
    }

    public bool IsTrimmed(SimulatedChange change) => change.Written < scheduler.Now - retention.Ticks;

    private bool IsTrimmed(SimulatedShard shard) => shard.Closed < scheduler.Now - retention.Ticks;

    private static StreamRecord Record(SimulatedChange change)
    {
        var json = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
            {"eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"N":"{{{change.Item}}}"}},"SequenceNumber":"{{{change.Number}}}"}}
            """));
        var reader = new WireReader(json);
        return StreamRecordReader.Read(json, ref reader);
    }

    private SimulatedShard Existing(string shardId) =>
        _shards.Find(shard => shard.Id == shardId && !IsTrimmed(shard)) ?? throw new StreamNotFoundException("The shard is gone.");

    private SimulatedShard Pick() => OpenShards[scheduler.Random.Next(OpenShards.Count)];

    private void Close(SimulatedShard shard)
    {
        scheduler.Note($"close {shard.Id}");
        shard.Closed = scheduler.Now;
    }
}
