using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of old items by Scan, has them turned into new ones, and writes those by BatchWriteItem, on the wire's own form.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="options">How much is read and written at once.</param>
/// <param name="copies">Reads old items and turns them into new ones.</param>
internal sealed class BackfillItems(BackfillCalls calls, MigrationSchema migration, BackfillOptions options, ICopies copies) : IBackfillItems
{
    private readonly AccessPattern _put = new($"{migration.Name}.Backfill", DynamoOperation.BatchWriteItem, migration.Target);
    private readonly AccessPattern _purgeScan = new($"{migration.Name}.Purge", DynamoOperation.Scan, migration.Target);
    private readonly AccessPattern _purge = new($"{migration.Name}.Purge", DynamoOperation.BatchWriteItem, migration.Target);
    private readonly SegmentScan _targetPages = new(calls.Target, calls.Reading, options.PageItems);

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

        return await copies.ReadAsync(segment, segments, position, cancellationToken).ConfigureAwait(false);
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

    private sealed record PurgePage(string? Next, List<ItemKey> Keys) : BackfillPage(Next, 0, []);
}
