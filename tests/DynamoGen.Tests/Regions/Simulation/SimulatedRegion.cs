using DynamoGen.Regions.Writers;

namespace DynamoGen.Tests.Regions.Simulation;

/// <summary>The copy of a table in one region, its stream, and the guard that reads the stream.</summary>
internal sealed class SimulatedRegion(int index, string name, long skew, Mutant mutant, Action<SimulatedRegion, int, SimulatedItem> replicate)
{
    /// <summary>The key of the item that says which region writes the table.</summary>
    public const int WriterKey = -1;

    private readonly Dictionary<int, SimulatedItem> _items = [];
    private readonly List<SimulatedChange> _stream = [];
    private int _read;

    public int Index => index;

    public string Name => name;

    public bool HasUnread => _read < _stream.Count;

    public int PutBacks { get; private set; }

    public SimulatedItem? Find(int key) => _items.GetValueOrDefault(key);

    /// <summary>A write of a client, whose condition is judged by this copy.</summary>
    public bool TryWrite(long now, int key, int value, WriterEpoch epoch)
    {
        if (!EpochGuard.MayWrite(Find(key)?.Epoch, epoch))
        {
            return false;
        }

        WriteHere(now, key, value, epoch, place: null);
        return true;
    }

    /// <summary>A failover, whose condition is judged by this copy.</summary>
    public bool TryBecomeWriter(long now, WriterEpoch epoch)
    {
        if (Find(WriterKey)?.Epoch >= epoch)
        {
            return false;
        }

        WriteHere(now, WriterKey, index, epoch, place: null);
        return true;
    }

    /// <summary>What another region has written; the last writer wins.</summary>
    public void Receive(int key, SimulatedItem item)
    {
        if (Find(key) is not { } stored || stored.Stamp.CompareTo(item.Stamp) < 0)
        {
            Store(key, item);
        }
    }

    /// <summary>The guard handles the next change of the stream.</summary>
    public void Guard(long now)
    {
        var change = _stream[_read++];
        var isGuarded = mutant != Mutant.NothingPutBack && (mutant != Mutant.WriterOfTableNotGuarded || change.Key != WriterKey);
        if (change.Before is { Epoch: { } epoch } before && isGuarded && IsPutBack(before.Epoch, change.After.Epoch))
        {
            var stored = Find(change.Key)!;
            var storedPlace = mutant == Mutant.PlaceOfPutBackForgotten ? null : stored.Place;
            var place = mutant == Mutant.PlaceOfChangeAlone ? change.Place : EpochGuard.PlaceOf(before.Place, change.Place);
            if (mutant == Mutant.PutBackOverAnything || EpochGuard.MayPutBack(stored.Epoch, storedPlace, epoch, place))
            {
                PutBacks++;
                WriteHere(now, change.Key, before.Value, mutant == Mutant.PutBackWithoutEpoch ? null : epoch, place);
            }
        }
    }

    /// <summary>The guard starts again where it had last noted its place, and is told changes again.</summary>
    public void RestartGuard(int behind) => _read = mutant == Mutant.ChangesSkippedAfterRestart
        ? Math.Min(_stream.Count, _read + behind)
        : Math.Max(0, _read - behind);

    private bool IsPutBack(WriterEpoch? before, WriterEpoch? after) => mutant == Mutant.PutBackInEveryRegion
        ? before > (after ?? WriterEpoch.First)
        : EpochGuard.IsPutBack(mutant == Mutant.EpochWithoutRegion ? EpochSimulation.NoRegion : name, before, after);

    private void WriteHere(long now, int key, int value, WriterEpoch? epoch, long? place)
    {
        var item = new SimulatedItem(value, epoch, new Stamp(Math.Max(now + skew, (Find(key)?.Stamp.Time ?? 0) + 1), index), place);
        Store(key, item);
        replicate(this, key, item);
    }

    private void Store(int key, SimulatedItem item)
    {
        _stream.Add(new SimulatedChange(_stream.Count, key, Find(key), item));
        _items[key] = item;
    }
}
