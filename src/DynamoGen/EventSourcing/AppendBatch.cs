using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>What one attempt writes: the events, the marks of their ids, and the places in the streams of tags, in this order of slots.</summary>
/// <param name="Stored">The events.</param>
/// <param name="Ids">The marks of ids, or none.</param>
/// <param name="Places">The actions on streams of tags, each with the pair.</param>
internal sealed record AppendBatch<TStored>(
    IReadOnlyList<TStored> Stored, IReadOnlyList<WriteAction> Ids, IReadOnlyList<(TagStreamName Pair, WriteAction Action)> Places)
{
    /// <summary>Whether the write is one conditional put.</summary>
    public bool IsSingle => Stored.Count + Ids.Count + Places.Count == 1;

    /// <summary>Whether a slot is the mark of an id.</summary>
    public bool IsId(int slot) => slot >= Stored.Count && slot < Stored.Count + Ids.Count;

    /// <summary>The pair of a slot, or null where it is none of a stream of tags.</summary>
    public TagStreamName? PairOf(int slot) => slot < Stored.Count + Ids.Count ? null : Places[slot - Stored.Count - Ids.Count].Pair;
}

/// <summary>Why an attempt failed that may be made again.</summary>
/// <param name="Exception">What it ended with.</param>
/// <param name="MayBeRepeat">Whether the events may be there already.</param>
/// <param name="LostRace">Whether another append took the version or a place in the stream of a tag.</param>
/// <param name="Changed">The pair of the condition that has a new event, or null.</param>
internal sealed record AppendFailure(Exception Exception, bool MayBeRepeat, bool LostRace, TagStreamName? Changed = null);
