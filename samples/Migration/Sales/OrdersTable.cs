using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>Where the orders are. Its one index holds the orders of each customer.</summary>
[Table("orders", PartitionKey = "pk", SortKey = "sk")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class OrdersTable;
