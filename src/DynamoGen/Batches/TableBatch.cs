using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>Entries of one kind, all of one table.</summary>
/// <param name="pattern">The access pattern.</param>
/// <param name="table">The table.</param>
/// <param name="source">The sequence.</param>
/// <param name="keys">Takes the keys in the order of the sequence; null where nobody asks for it.</param>
/// <param name="first">The index of its first entry among all of the call.</param>
/// <param name="cancellationToken">Ends the sequence.</param>
internal sealed class TableBatch<T, TEntry>(
    AccessPattern pattern, BatchTable table, BatchSource<T> source, CancellationToken cancellationToken, List<ItemKey>? keys = null, int first = 0)
    : Batch(pattern.Name, TEntry.Kind == BatchEntryKind.Get, first)
    where TEntry : struct, IBatchEntry<T>
{
    private readonly IAsyncEnumerator<T> _values = source.Begin(cancellationToken);

    public override IReadOnlyList<BatchTable> Tables { get; } = [table];

    public override void WriteProjection(WireWriter writer) => TEntry.WriteProjection(writer);

    protected override ValueTask<bool> MoveNextAsync() => _values.MoveNextAsync();

    protected override ValueTask EndAsync() => _values.DisposeAsync();

    /// <summary>Nobody is told keys, which then need no object of their own.</summary>
    protected override object? Value() => typeof(T).IsValueType ? null : _values.Current;

    protected override (BatchTable Table, BatchEntryKind Kind) WriteValue(WireWriter writer)
    {
        TEntry.Write(writer, _values.Current);
        return (table, TEntry.Kind);
    }

    protected override void Took(ItemKey key) => keys?.Add(key);
}
