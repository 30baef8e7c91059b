using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Verification;

/// <summary>Pairs of one account and region, which one transaction reads.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
internal sealed class TransactedPairs(BackfillCalls calls, MigrationSchema migration) : IStoredPairs
{
    private readonly TransactedReads _reads = new(
        calls.Source, calls.Reading, new AccessPattern($"{migration.Name}.Verify", DynamoOperation.TransactGetItems, migration.Target));

    public async ValueTask<StoredPair> ReadAsync(ItemKey? source, ItemKey target, CancellationToken cancellationToken)
    {
        (TableSchema, ItemKey)[] keys = source is { } key ? [(migration.Target, target), (migration.Source, key)] : [(migration.Target, target)];
        var items = await _reads.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        return new StoredPair(source is null ? null : items[1], items[0]);
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
