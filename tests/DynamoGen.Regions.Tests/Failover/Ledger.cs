using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Failover;

[Table("ledger", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[OneRegion("us-east-1")]
public sealed partial class LedgerTable;

[Entity<LedgerTable>]
[Key("ACCOUNT#{Id}", "ACCOUNT")]
public sealed partial record Account(int Id, int Balance)
{
    [WriterEpoch]
    public long Epoch { get; init; }
}

[Repository<Account>]
public partial interface ILedger
{
    ValueTask<Account?> Get(int id);

    ValueTask<Account> Put(Account account);

    [Update("SET Balance = {balance}")]
    ValueTask<Account> Update(int id, int balance);

    WriteAction PutAction(Account account);
}
