using DynamoGen;

namespace OrdersEverywhere.Orders;

/// <summary>Orders, which every region writes: customers and clerks are in several, and each writes where it is.</summary>
[Table("orders", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true, DeletionProtection = true, Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[AnyRegion]
public sealed partial class OrderTable;
