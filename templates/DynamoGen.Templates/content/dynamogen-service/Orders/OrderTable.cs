using DynamoGen;

namespace Service._1.Orders;

/// <summary>One physical table. An order and its lines have one partition key, so that one Query reads them together.</summary>
[Table("orders", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true, DeletionProtection = true)]
[GlobalIndex("by-customer", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class OrderTable;
