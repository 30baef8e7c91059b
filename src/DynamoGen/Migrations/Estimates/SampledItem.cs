using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Items;

namespace DynamoGen.Migrations.Estimates;

/// <summary>A sampled old item, or the old ones of a group, and what the migration makes of it.</summary>
/// <param name="Old">The old item, or those of the group.</param>
/// <param name="New">The new items; none where it cannot be copied.</param>
/// <param name="Reason">Why it cannot be copied.</param>
internal sealed record SampledItem(
    IReadOnlyList<Dictionary<string, AttributeValue>> Old, IReadOnlyList<Dictionary<string, AttributeValue>> New, string? Reason)
{
    /// <summary>Whether an item of the table is an old item of the migration.</summary>
    public static bool IsOld(MigrationSchema migration, Dictionary<string, AttributeValue> item) =>
        KnownItem.IsOf(migration.Source, migration.SourceEntity, migration.SourceBeginning, item);

    public static SampledItem Convert(ItemMigration migration, IReadOnlyList<Dictionary<string, AttributeValue>> old)
    {
        try
        {
            return new SampledItem(old, migration.Forward(old), Reason: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new SampledItem(old, [], FailureReason.Of(exception));
        }
    }

    /// <summary>Those of the items whose new key another one of them has too.</summary>
    public static HashSet<SampledItem> CollidingIn(IEnumerable<SampledItem> items, MigrationSchema migration) => items
        .SelectMany(item => item.New, (item, made) => (Item: item, Key: ItemText.KeyOf(migration.Target, made)))
        .GroupBy(made => made.Key)
        .Where(same => same.Count() > 1)
        .SelectMany(same => same)
        .Select(made => made.Item)
        .ToHashSet<SampledItem>(ReferenceEqualityComparer.Instance);
}
