using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Tests.Ledger;

/// <summary>Reading two items together lets the one follow the other, but not beside copies that may be late.</summary>
public sealed class DeliveryTests
{
    private static readonly LedgerKey Place = new("LetterMigration", 3, "00");

    private static readonly LedgerConversion Same = new(static items => items);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MigrationPhase.Backfill, 0, 1)]
    [InlineData(MigrationPhase.Drain, 0, 1)]
    [InlineData(MigrationPhase.Settle, 1, 2)]
    [InlineData(MigrationPhase.Verify, 1, 2)]
    public async Task A_pair_that_is_read_is_settled_in_those_phases_alone_that_deliver(MigrationPhase phase, int settled, int read)
    {
        var state = new MigrationState(Place.Migration) { Phase = phase, Version = 5, HasOutbox = true };
        var follower = new PhaseFollower(new FixedState(state), Place.Migration, "p", new PhaseOptions(), new Placement(HasOutbox: true, LieApart: false), TimeProvider.System);
        await follower.FollowAsync(Token);
        var ledger = new OneEntry();
        var delivery = new Delivery(follower, new MigrationLedgers(ledger, Same, ledger, Same));

        var reads = 0;
        await delivery.ReadAsync(_ => Place, () => ValueTask.FromResult(++reads), Token);

        Assert.Equal((settled, read), (ledger.Settled, reads));
    }

    private sealed class FixedState(MigrationState state) : IMigrationStore
    {
        public ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken) => ValueTask.FromResult<MigrationState?>(state);

        public ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken) => ValueTask.FromResult(false);

        public ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<MigrationInstance>>([]);

        public ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken) => ValueTask.FromResult(true);
    }

    /// <summary>A ledger with one entry, of an item that was deleted.</summary>
    private sealed class OneEntry : ILedger
    {
        public int Settled { get; private set; }

        public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Settled > 0 ? null : new LedgerEntry(Place, []));

        public ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken) => ValueTask.FromResult<long>(Settled);

        public ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken) => ValueTask.FromResult(new NamedItems([]));

        public ValueTask<bool> SettleAsync(
            LedgerEntry entry,
            NamedItems source,
            IReadOnlyList<Dictionary<string, AttributeValue>> targets,
            Action throwIfExpired,
            CancellationToken cancellationToken)
        {
            Settled++;
            return ValueTask.FromResult(true);
        }
    }
}
