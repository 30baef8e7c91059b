using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Verification;

/// <summary>Pairs of two accounts or regions, of which the one follows the other.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="delivery">Lets the one follow the other.</param>
internal sealed class OutboxPairs(BackfillCalls calls, MigrationSchema migration, Delivery delivery) : IStoredPairs
{
    private readonly TransactedReads _sources = new(
        calls.Source, calls.Reading, new AccessPattern($"{migration.Name}.Verify", DynamoOperation.TransactGetItems, migration.Source));
    private readonly TransactedReads _targets = new(
        calls.Target, calls.Reading, new AccessPattern($"{migration.Name}.Verify", DynamoOperation.TransactGetItems, migration.Target));

    public async ValueTask<StoredPair> ReadAsync(ItemKey? source, ItemKey target, CancellationToken cancellationToken)
    {
        if (source is not { } key)
        {
            return new StoredPair(null, await ReadAsync(_targets, migration.Target, target, cancellationToken).ConfigureAwait(false));
        }

        return await delivery.ReadAsync(
            state => state.ReadsTarget
                ? PlaceOf(OutboxLedger.WayBack(migration.Name), migration.Target, target)
                : PlaceOf(migration.Name, migration.Source, key),
            async () => new StoredPair(
                await ReadAsync(_sources, migration.Source, key, cancellationToken).ConfigureAwait(false),
                await ReadAsync(_targets, migration.Target, target, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => delivery.SweepAsync(cancellationToken);

    private static async ValueTask<byte[]?> ReadAsync(TransactedReads reads, TableSchema table, ItemKey key, CancellationToken cancellationToken) =>
        (await reads.ReadAsync([(table, key)], cancellationToken).ConfigureAwait(false))[0];

    private static LedgerKey PlaceOf(string ledger, TableSchema table, ItemKey key)
    {
        using var writer = new WireWriter();
        writer.Key(table, key);
        return LedgerKey.Of(ledger, writer.Written.Span);
    }
}
