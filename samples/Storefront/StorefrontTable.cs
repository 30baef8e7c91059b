using DynamoGen;

namespace Storefront;

/// <summary>The one table; gsi1 holds whole items, gsi2 the keys alone.</summary>
[Table("storefront", TimeToLive = "expires")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk", Projection = IndexProjection.KeysOnly)]
public sealed partial class StorefrontTable;
