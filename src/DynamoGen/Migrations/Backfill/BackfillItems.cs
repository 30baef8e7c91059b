using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of old items by Scan, turns them into new ones and writes those by BatchWriteItem, on the wire's own form.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="forward">Its forward function.</param>
/// <param name="options">How much is read and written at once.</param>
internal sealed class BackfillItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
    BackfillCalls calls, MigrationSchema migration, Func<TSource, TTarget> forward, BackfillOptions options) : IBackfillItems
    where TSource : class
    where TSourceMarshaller : struct, IItemMarshaller<TSource>
    where TTarget : class
    where TTargetMarshaller : struct, IItemMarshaller<TTarget>
{
    private readonly AccessPattern _scan = new($"{migration.Name}.Backfill", DynamoOperation.Scan, migration.Source);
    private readonly AccessPattern _put = new($"{migration.Name}.Backfill", DynamoOperation.BatchWriteItem, migration.Target);
    private readonly AccessPattern _purgeScan = new($"{migration.Name}.Purge", DynamoOperation.Scan, migration.Target);
    private readonly AccessPattern _purge = new($"{migration.Name}.Purge", DynamoOperation.BatchWriteItem, migration.Target);
    private readonly SegmentScan _sourcePages = new(calls.Source, calls.Reading, options.PageItems);
    private readonly SegmentScan _targetPages = new(calls.Target, calls.Reading, options.PageItems);
    private readonly LearnedOrders _orders = new();
    private readonly ItemKeyReader _sourceKeys = new(migration.Source);

    public async ValueTask<BackfillPage> ReadAsync(
        BackfillKind kind, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        if (kind == BackfillKind.Purge)
        {
            var keys = new KeyPageReader(new ItemKeyReader(migration.Target), []);
            var behind = await _targetPages.ReadAsync(
                _purgeScan, migration.TargetEntity, migration.TargetBeginning, keys, segment, segments, position, cancellationToken).ConfigureAwait(false);
            return new PurgePage(behind, keys.Keys);
        }

        var reader = new PageReader(this);
        var next = await _sourcePages.ReadAsync(
            _scan, migration.SourceEntity, migration.SourceBeginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        return new CopyPage(next, reader.Targets, reader.Failures);
    }

    public ValueTask WriteAsync(BackfillPage page, CancellationToken cancellationToken) => page is PurgePage purge
        ? SendAtOnceAsync<StoredKey, StoredKeyDeletion>(
            _purge, [.. purge.Keys.Select(key => new StoredKey(migration.Target, key))], cancellationToken)
        : SendAtOnceAsync<byte[], WrittenItem>(_put, ((CopyPage)page).Targets, cancellationToken);

    private async ValueTask SendAtOnceAsync<T, TEntry>(AccessPattern pattern, List<T> entries, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
    {
        var runs = Math.Clamp((entries.Count + BatchEntryKinds.MostWrites - 1) / BatchEntryKinds.MostWrites, 1, options.WritesAtOnce);
        var share = (entries.Count + runs - 1) / runs;
        await Task.WhenAll(Enumerable.Range(0, runs).Select(run =>
            SendAsync<T, TEntry>(pattern, entries.Skip(run * share).Take(share), cancellationToken))).ConfigureAwait(false);
    }

    private Task SendAsync<T, TEntry>(AccessPattern pattern, IEnumerable<T> entries, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
    {
        var table = new BatchTable(calls.Target.TableName(pattern.Table), pattern.Table);
        var batch = new TableBatch<T, TEntry>(pattern, table, new BatchSource<T>(entries), cancellationToken);
        var run = new BatchRun<NoItems>(calls.Target.Start(pattern, table.Name), pattern, batch, default);
        return calls.Batches.SendAllAsync(run, cancellationToken).AsTask();
    }

    private sealed record CopyPage(string? Next, List<byte[]> Targets, IReadOnlyList<LedgerEntry> Failures) : BackfillPage(Next, Targets.Count, Failures);

    private sealed record PurgePage(string? Next, List<ItemKey> Keys) : BackfillPage(Next, 0, []);

    /// <summary>Turns the items of a page into new ones as they are written; what cannot be copied is put aside and holds nothing up.</summary>
    private readonly struct PageReader(BackfillItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller> items) : IPageReader
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
        key.Key(migration.Source, _sourceKeys.Read(json));
        return new LedgerEntry(LedgerKey.Of(migration.Name, key.Written.Span), migration.Source.KeyOf(item)) { Reason = FailureReason.Of(exception) };
    }
}
