using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Items;

namespace DynamoGen.Migrations.Estimates;

/// <summary>A sampled old item, and what the migration makes of it.</summary>
/// <param name="Old">The old item.</param>
/// <param name="New">The new item; null where it cannot be copied.</param>
/// <param name="Reason">Why it cannot be copied.</param>
internal sealed record SampledItem(Dictionary<string, AttributeValue> Old, Dictionary<string, AttributeValue>? New, string? Reason)
{
    /// <summary>Whether an item of the table is an old item of the migration.</summary>
    public static bool IsOld(MigrationSchema migration, Dictionary<string, AttributeValue> item) =>
        KnownItem.IsOf(migration.Source, migration.SourceEntity, migration.SourceBeginning, item);

    public static SampledItem Convert(ItemMigration migration, Dictionary<string, AttributeValue> old)
    {
        try
        {
            return new SampledItem(old, migration.Forward(old), Reason: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new SampledItem(old, New: null, FailureReason.Of(exception));
        }
    }

    /// <summary>Those of the items whose new key another one of them has too.</summary>
    public static HashSet<SampledItem> CollidingIn(IEnumerable<SampledItem> items, MigrationSchema migration) => items
        .Where(item => item.New is not null)
        .GroupBy(item => ItemText.KeyOf(migration.Target, item.New!))
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .ToHashSet<SampledItem>(ReferenceEqualityComparer.Instance);
}
