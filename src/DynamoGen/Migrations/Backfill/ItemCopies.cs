using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of old items by Scan, and turns each into a new one.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="forward">Its forward function.</param>
/// <param name="options">How much is read at once.</param>
internal sealed class ItemCopies<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
    BackfillCalls calls, MigrationSchema migration, Func<TSource, TTarget> forward, BackfillOptions options) : ICopies
    where TSource : class
    where TSourceMarshaller : struct, IItemMarshaller<TSource>
    where TTarget : class
    where TTargetMarshaller : struct, IItemMarshaller<TTarget>
{
    private readonly AccessPattern _scan = new($"{migration.Name}.Backfill", DynamoOperation.Scan, migration.Source);
    private readonly SegmentScan _pages = new(calls.Source, calls.Reading, options.PageItems);
    private readonly LearnedOrders _orders = new();
    private readonly ItemKeyReader _keys = new(migration.Source);

    public async ValueTask<CopyPage> ReadAsync(int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var reader = new PageReader(this);
        var next = await _pages.ReadAsync(
            _scan, migration.SourceEntity, migration.SourceBeginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        return new CopyPage(next, reader.Targets, reader.Failures);
    }

    private readonly struct PageReader(ItemCopies<TSource, TSourceMarshaller, TTarget, TTargetMarshaller> items) : IPageReader
    {
        public List<byte[]> Targets { get; } = [];

        public List<LedgerEntry> Failures { get; } = [];

        public void Expect(int count) => Targets.EnsureCapacity(Math.Clamp(count, 0, 100_000));

        public void ReadItem(ref WireReader reader)
        {
            var json = reader.ReadObject();
            try
            {
                Targets.Add(items.Forward(json));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failures.Add(items.Failure(json, exception));
            }
        }
    }

    /// <summary>The new item of an old one, if it can be stored.</summary>
    private byte[] Forward(ReadOnlySpan<byte> json)
    {
        var reader = new WireReader(json);
        _orders.Restore<TSourceMarshaller>(ref reader);
        var source = reader.ReadItem<TSource, TSourceMarshaller>();
        _orders.Keep<TSourceMarshaller>(reader);
        using var writer = new WireWriter();
        writer.Item<TTarget, TTargetMarshaller>(forward(source));
        return writer.Written.ToArray();
    }

    private LedgerEntry Failure(ReadOnlySpan<byte> json, Exception exception)
    {
        var reader = new WireReader(json);
        var item = reader.ReadAttributes(migration.SourceEntity);
        using var key = new WireWriter();
        key.Key(migration.Source, _keys.Read(json));
        return new LedgerEntry(LedgerKey.Of(migration.Name, key.Written.Span), migration.Source.KeyOf(item)) { Reason = FailureReason.Of(exception) };
    }
}
