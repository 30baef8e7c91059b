using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>Where the orders shall be: beside each other for each customer, so that the index is free for something else.</summary>
[Table("orders-by-customer", PartitionKey = "pk", SortKey = "sk")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class CustomerOrdersTable;
