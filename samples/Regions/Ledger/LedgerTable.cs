using DynamoGen;

namespace OrdersEverywhere.Ledger;

/// <summary>Accounts, whose balances no two regions may write: one does, and another takes over by a failover alone.</summary>
[Table("ledger", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true, DeletionProtection = true, Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[OneRegion("us-east-1")]
public sealed partial class LedgerTable;
