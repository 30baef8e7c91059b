using DynamoGen;

namespace GoodDesign;

[Table("shop")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class ShopTable;
