using System.Collections.Immutable;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>Finds a new partition key that takes less of the old item than the old one did.</summary>
internal static class GatheredPartitions
{
    /// <summary>The properties that spread the old items over partitions and not the new ones; none where the new key is spread as widely.</summary>
    public static ImmutableArray<string> Of(EntityModel source, EntityModel target, BuiltItem item, KeyOrigins origins)
    {
        var (before, after) = (source.Keys[0], target.Keys[0]);
        var old = Placeholders(before).Select(part => part.Text).ToImmutableHashSet();
        var taken = Placeholders(after).SelectMany(part => part.StoredProperties)
            .Select(property => item.ValueOf(property) is { } value ? origins.Of(value) : KeyOrigin.Constant)
            .Aggregate(KeyOrigin.Constant, static (all, origin) => all.With(origin));
        return after.Shards > before.Shards || taken.TakesWhole || taken.Properties.Except(old).Count > 0 || taken.Properties.Count == 0
            ? ImmutableArray<string>.Empty
            : old.Except(taken.Properties).OrderBy(static name => name, StringComparer.Ordinal).ToImmutableArray();
    }

    private static IEnumerable<KeyPart> Placeholders(KeyModel key) =>
        key.PartitionAttributes.SelectMany(attribute => attribute.Parts).Where(part => part.IsPlaceholder);
}
