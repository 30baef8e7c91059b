using Amazon.DynamoDBv2.Model;
using DynamoGen.Calls;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Backfill;

/// <summary>What a backfill sends its requests through.</summary>
/// <param name="Source">Sends reads of old items.</param>
/// <param name="Target">Sends reads of new items: the same, where both lie in one account and region.</param>
/// <param name="Batches">Sends writes of new items, at their pace.</param>
/// <param name="Reading">The pace of the reads.</param>
internal sealed record BackfillCalls(RequestSender Source, RequestSender Target, BatchSender Batches, CapacityPace Reading)
{
    /// <summary>The old items.</summary>
    public required MigratedItems SourceItems { get; init; }

    /// <summary>The new items.</summary>
    public required MigratedItems TargetItems { get; init; }

    /// <summary>Reads the items of a group at the pace of the reads.</summary>
    public async ValueTask<IReadOnlyList<Dictionary<string, AttributeValue>>> QueryAsync(
        MigratedItems items, ItemGroup group, CancellationToken cancellationToken)
    {
        await Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        var found = await items.QueryAsync(group.Condition, cancellationToken).ConfigureAwait(false);
        Reading.Charge(found.Units);
        return found.Items;
    }
}
