using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Backfill;

/// <summary>
/// Reads pages of old items by Scan, and turns each into several new ones, or the several of a group into one: the page that has the first item of a group
/// reads all of it.
/// </summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="conversion">Turns the items.</param>
/// <param name="options">How much is read at once.</param>
internal sealed class GroupCopies(BackfillCalls calls, MigrationSchema migration, IGroupConversion conversion, BackfillOptions options) : ICopies
{
    private readonly AccessPattern _scan = new($"{migration.Name}.Backfill", DynamoOperation.Scan, migration.Source);
    private readonly SegmentScan _pages = new(calls.Source, calls.Reading, options.PageItems);

    public async ValueTask<CopyPage> ReadAsync(int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var reader = new ItemPageReader(migration.SourceEntity);
        var next = await _pages.ReadAsync(
            _scan, migration.SourceEntity, migration.SourceBeginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        var (targets, failures) = (new ConcurrentBag<byte[]>(), new ConcurrentBag<LedgerEntry>());
        var groups = FoundGroup.In(reader.Items, conversion.GroupOfSource, (item, exception) => failures.Add(Failure(item, exception)));
        await Lanes.RunAsync(groups, options.WritesAtOnce, async found =>
        {
            var items = await ItemsOfAsync(found, cancellationToken).ConfigureAwait(false);
            try
            {
                foreach (var target in conversion.Forward(items))
                {
                    targets.Add(target.Json);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(Failure(found.Group, exception));
            }
        }).ConfigureAwait(false);
        return new CopyPage(next, [.. targets], [.. failures]);
    }

    /// <summary>The items to be copied of a group; none where another page has its first.</summary>
    private async ValueTask<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsOfAsync(FoundGroup found, CancellationToken cancellationToken)
    {
        if (!calls.SourceItems.AreMany)
        {
            return found.Items;
        }

        var all = await calls.QueryAsync(calls.SourceItems, found.Group, cancellationToken).ConfigureAwait(false);
        return found.Has(migration.Source, all) ? all : [];
    }

    private LedgerEntry Failure(ItemGroup group, Exception exception) => LedgerEntry.Of(migration.Name, group) with { Reason = FailureReason.Of(exception) };

    private LedgerEntry Failure(Dictionary<string, AttributeValue> item, Exception exception)
    {
        var key = migration.Source.KeyOf(item);
        return new LedgerEntry(LedgerKey.Of(migration.Name, ItemJson.Of(key)), key) { Reason = FailureReason.Of(exception) };
    }
}
