using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Reads the partition keys of a class of the SDK's object persistence model: the properties with <c>[DynamoDBHashKey]</c> or
/// <c>[DynamoDBGlobalSecondaryIndexHashKey]</c>. Several properties may together be the key of one index.
/// </summary>
internal sealed class SdkHashKeys(DynamoCompilation dynamo, SdkSymbols sdk)
{
    private const string Remedy = "use an attribute with many values, or append a calculated shard number to this one";

    private readonly SdkSortKeys _sorts = new(sdk);

    public IEnumerable<PartitionKey> Of(INamedTypeSymbol type)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>().ToList();
        var marked = properties.Where(property => AttributesOf(property, sdk.HashKeyAttribute).Any()).ToList();

        // A table has one hash key; which of several is meant, only the table can tell.
        IEnumerable<PartitionKey?> tableKeys = marked.Count == 1 && !IsSingleItem(marked[0], properties) ? [Key(marked, null, properties)] : [];
        var indexKeys = properties
            .SelectMany(property => IndexNames(property).Select(index => (index, property)))
            .GroupBy(pair => pair.index, pair => pair.property, StringComparer.Ordinal)
            .Select(group => Key([.. group], group.Key, properties));
        return tableKeys.Concat(indexKeys).OfType<PartitionKey>();
    }

    /// <summary>Whether the whole primary key is a constant, or may be: a sort key that is none is not in sight.</summary>
    private bool IsSingleItem(IPropertySymbol hash, List<IPropertySymbol> properties) =>
        ConstantGetter.Is(hash)
        && !properties.Any(property => AttributesOf(property, sdk.RangeKeyAttribute).Any() && !ConstantGetter.Is(property));

    private IEnumerable<string> IndexNames(IPropertySymbol property) =>
        AttributesOf(property, sdk.IndexHashKeyAttribute).SelectMany(MappedClass.TextsOf).Distinct();

    private static IEnumerable<AttributeData> AttributesOf(IPropertySymbol property, INamedTypeSymbol? attributeClass) =>
        attributeClass is null
            ? []
            : property.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass));

    private PartitionKey? Key(IReadOnlyList<IPropertySymbol> properties, string? index, IReadOnlyList<IPropertySymbol> all)
    {
        var location = properties[0].Locations.FirstOrDefault(candidate => candidate.IsInSource);
        return location?.SourceTree is not { } tree
            ? null
            : new PartitionKey(
                string.Join(", ", properties.Select(property => property.Name)),
                index,
                new KeySpread(
                    [
                        .. properties.Where(property => !ConstantGetter.Is(property))
                            .Select(property => PropertyCardinality.Of(property, format: null, dynamo.Declarations)),
                    ],
                    shards: 1,
                    traffic: null,
                    dynamo.OptionsOf(tree).LowCardinalityThreshold),
                Remedy,
                location,
                _sorts.GrowingOf(all, index));
    }
}
