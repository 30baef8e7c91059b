using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Verification;
using DynamoGen.Schema;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>The migration of a number to its negative.</summary>
internal sealed class SimulatedItems(bool isReversible) : ItemMigration(new MigrationSchema
{
    Name = MigratedWorld.Migration,
    Source = new TableSchema { Name = "old", PartitionKey = "pk" },
    SourceEntity = "Old",
    Target = new TableSchema { Name = "new", PartitionKey = "pk" },
    TargetEntity = "New",
    IsReversible = isReversible,
})
{
    public static Dictionary<string, AttributeValue> Item(int key, long value) => new(MigratedWorld.Key(key))
    {
        ["value"] = new AttributeValue { N = value.ToString(CultureInfo.InvariantCulture) },
    };

    public static long ValueOf(Dictionary<string, AttributeValue> item) => long.Parse(item["value"].N, CultureInfo.InvariantCulture);

    internal override IBackfillItems Backfill(BackfillCalls calls, BackfillOptions options) => throw new NotSupportedException();

    internal override IVerificationItems Verification(BackfillCalls calls, Delivery? delivery, BackfillOptions options) =>
        throw new NotSupportedException();

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources) =>
        [.. sources.Select(source => Item(MigratedWorld.KeyOf(source), MigratedWorld.Forward(ValueOf(source))))];

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Backward(IReadOnlyList<Dictionary<string, AttributeValue>> targets) =>
        [.. targets.Select(target => Item(MigratedWorld.KeyOf(target), -ValueOf(target)))];
}

/// <summary>Pages of old and new items as one process reaches them.</summary>
internal sealed class SimulatedBackfill(SimulatedNetwork network, MigratedWorld world, PhaseFollower follower, Mutant mutant) : IBackfillItems
{
    private const int PageSize = 2;

    public async ValueTask<BackfillPage> ReadAsync(
        BackfillKind kind, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var isPurge = kind == BackfillKind.Purge;
        var items = await network.CallAsync(() => (isPurge ? world.Target : world.Source).PageOf(PageSize, segment, segments, position), cancellationToken)
            .ConfigureAwait(false);
        var isLast = items.Count < PageSize || mutant == Mutant.SegmentDoneTooEarly;
        var next = isLast ? null : SimulatedPages.Position(items[^1].Key);
        if (isPurge)
        {
            return new Page(next, [.. items.Select(item => (item.Key, (long?)null))], []);
        }

        var unfit = items.Where(item => !MigratedWorld.CanBeCopied(item.Value))
            .Select(item => new LedgerEntry(MigratedWorld.Place(item.Key), MigratedWorld.Key(item.Key))).ToList();
        var fit = items.Where(item => MigratedWorld.CanBeCopied(item.Value)).Select(item => (item.Key, (long?)MigratedWorld.Forward(item.Value)));
        return new Page(next, [.. fit], unfit);
    }

    public async ValueTask WriteAsync(BackfillPage page, CancellationToken cancellationToken)
    {
        // The items of a page are written by several requests, each of which asks before it is sent.
        foreach (var (key, value) in ((Page)page).Items)
        {
            follower.ThrowIfExpired();
            await network.CallAsync(
                () =>
                {
                    if (value is not null || mutant != Mutant.EarlierAttemptLeft)
                    {
                        world.Copy(key, value);
                    }

                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record Page(string? Next, List<(int Key, long? Value)> Items, IReadOnlyList<LedgerEntry> Failures)
        : BackfillPage(Next, Items.Count, Failures);
}
