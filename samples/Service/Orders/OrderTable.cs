using DynamoGen;

namespace NorthwindService.Orders;

/// <summary>What must never be lost: AWS keeps it restorable to any second, and refuses to delete it.</summary>
[Table("orders", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true, DeletionProtection = true)]
[GlobalIndex("by-customer", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-employee", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
[GlobalIndex("open", PartitionKey = "gsi3pk", SortKey = "gsi3sk")]
public sealed partial class OrderTable;
