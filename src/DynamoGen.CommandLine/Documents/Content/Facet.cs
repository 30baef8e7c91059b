namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>How items lie in a table or an index: those of one partition key together, in the order of their sort keys.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="PartitionKey">The attributes of the partition key.</param>
/// <param name="SortKey">Those of the sort key; null where there is none.</param>
/// <param name="Collections">The items.</param>
internal sealed record Facet(string Caption, string PartitionKey, string? SortKey, IReadOnlyList<ItemCollection> Collections) : Block;

/// <summary>Items of one partition key.</summary>
/// <param name="PartitionKey">The key.</param>
/// <param name="Items">The items.</param>
internal sealed record ItemCollection(string PartitionKey, IReadOnlyList<FacetItem> Items);

/// <summary>An item.</summary>
/// <param name="Entity">What it is.</param>
/// <param name="SortKey">Its sort key; null where there is none.</param>
/// <param name="Attributes">What it has beside the key.</param>
internal sealed record FacetItem(string Entity, string? SortKey, IReadOnlyList<KeyValuePair<string, string>> Attributes);
