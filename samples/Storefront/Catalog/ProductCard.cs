using DynamoGen;

namespace Storefront.Catalog;

/// <summary>What a list of products shows.</summary>
[Projection<Product>]
public sealed partial record ProductCard(int ProductId, string Name, decimal Price);
