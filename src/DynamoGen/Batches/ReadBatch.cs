using DynamoGen.Responses;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Batches;

/// <summary>Reads by primary key, of any tables.</summary>
/// <param name="accessPattern">What the batch is called.</param>
/// <param name="actions">The reads.</param>
internal sealed class ReadBatch(string accessPattern, ReadAction[] actions) : Batch(accessPattern, reads: true)
{
    private readonly BatchTables _tables = new();
    private readonly Dictionary<BatchKey, List<int>> _slots = [];
    private readonly object?[] _items = new object?[actions.Length];
    private int _slot = -1;
    private BatchTable? _answering;

    public override IReadOnlyList<BatchTable> Tables => _tables.All;

    /// <summary>What was found for each action.</summary>
    public IReadOnlyList<object?> Items => _items;

    public override void ItemsOf(BatchTable table) => _answering = table;

    /// <summary>Reads one item for all actions that ask for it, each in its own way.</summary>
    /// <exception cref="ItemFormatException">No action asks for it, or it is none of the action's entity.</exception>
    public void ReadItem(ref WireReader reader)
    {
        var key = reader;
        if (!_slots.TryGetValue(new BatchKey(_answering!, _answering!.Keys.Read(ref key)), out var slots))
        {
            throw new ItemFormatException(null, null, "items that were asked for", "another one");
        }

        foreach (var slot in slots)
        {
            var item = reader;
            _items[slot] = actions[slot].ReadItem(ref item);
        }

        reader.SkipJson();
    }

    protected override ValueTask<bool> MoveNextAsync()
    {
        if (_slot < 0)
        {
            NoteKeys();
        }

        return new(++_slot < actions.Length);
    }

    protected override ValueTask EndAsync() => default;

    protected override object? Value() => actions[_slot];

    protected override (BatchTable Table, BatchEntryKind Kind) WriteValue(WireWriter writer)
    {
        actions[_slot].WriteKey(writer);
        return (TableOf(actions[_slot]), BatchEntryKind.Get);
    }

    /// <summary>Notes all keys before the first one is sent: an item that is answered early is also that of an action far behind.</summary>
    private void NoteKeys()
    {
        using var writer = new WireWriter();
        for (var slot = 0; slot < actions.Length; slot++)
        {
            writer.Clear();
            actions[slot].WriteKey(writer);
            var table = TableOf(actions[slot]);
            var key = new BatchKey(table, table.Keys.Read(writer.Written.Span));
            if (!_slots.TryGetValue(key, out var slots))
            {
                _slots.Add(key, slots = []);
            }

            slots.Add(slot);
        }
    }

    private BatchTable TableOf(ReadAction action) => _tables.Of(action.TableName, action.Pattern.Table);
}

/// <summary>Gives the items of responses to the actions that ask for them.</summary>
/// <param name="batch">The batch of the actions.</param>
internal readonly struct ReadBatchItems(ReadBatch batch) : IPageReader
{
    public void Expect(int count)
    {
        // There is a place for each already.
    }

    public void ReadItem(ref WireReader reader) => batch.ReadItem(ref reader);
}
