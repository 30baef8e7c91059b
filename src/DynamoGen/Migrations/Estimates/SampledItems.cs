using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Estimates;

/// <summary>Turns the old items of sampled pages into new ones. Of several that stand for one, it reads those that the page does not have.</summary>
/// <param name="migration">The migration.</param>
/// <param name="source">The old items; null where each stands for itself.</param>
internal sealed class SampledItems(ItemMigration migration, MigratedItems? source = null)
{
    public async ValueTask<IReadOnlyList<SampledItem>> ConvertAsync(
        IReadOnlyList<Dictionary<string, AttributeValue>> page, CancellationToken cancellationToken)
    {
        var items = page.Where(item => SampledItem.IsOld(migration.Schema, item)).ToList();
        if (source is not { AreMany: true })
        {
            return [.. items.Select(item => SampledItem.Convert(migration, [item]))];
        }

        var converted = new List<SampledItem>();
        var groups = FoundGroup.In(items, item => migration.GroupOfSource(item)!, (item, exception) =>
            converted.Add(new SampledItem([item], [], FailureReason.Of(exception))));
        foreach (var found in groups)
        {
            var all = (await source.QueryAsync(found.Group.Condition, cancellationToken).ConfigureAwait(false)).Items;
            if (found.Has(migration.Schema.Source, all))
            {
                converted.Add(SampledItem.Convert(migration, all));
            }
        }

        return converted;
    }
}
