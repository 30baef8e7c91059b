using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>Puts and deletions, of any tables.</summary>
/// <param name="accessPattern">What the batch is called.</param>
/// <param name="source">The sequence.</param>
/// <param name="cancellationToken">Ends the sequence.</param>
internal sealed class WriteBatch(string accessPattern, BatchSource<BatchWrite> source, CancellationToken cancellationToken) : Batch(accessPattern, reads: false)
{
    private readonly IAsyncEnumerator<BatchWrite> _writes = source.Begin(cancellationToken);
    private readonly BatchTables _tables = new();

    public override IReadOnlyList<BatchTable> Tables => _tables.All;

    protected override ValueTask<bool> MoveNextAsync() => _writes.MoveNextAsync();

    protected override ValueTask EndAsync() => _writes.DisposeAsync();

    protected override object? Value() => _writes.Current;

    protected override (BatchTable Table, BatchEntryKind Kind) WriteValue(WireWriter writer)
    {
        var write = _writes.Current ?? throw new ArgumentException("An entry of the sequence is null.");
        write.WriteContent(writer);
        return (_tables.Of(write.TableName, write.Pattern.Table), write.Kind);
    }
}
