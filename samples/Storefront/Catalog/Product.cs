using DynamoGen;

namespace Storefront.Catalog;

/// <summary>Something for sale, with derived types, collections and a count that updates change.</summary>
[Entity<StorefrontTable>]
[Key("PRODUCT#{ProductId}", "PRODUCT")]
[Key("gsi1", "SUPPLIER#{SupplierId}", "{Price}#{ProductId}")]
public sealed partial record Product
{
    public required int ProductId { get; init; }

    public required int SupplierId { get; init; }

    public required string Name { get; init; }

    public required decimal Price { get; init; }

    public int Stock { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public Dictionary<string, int> Weights { get; init; } = [];

    public Package? Package { get; init; }
}
