using DynamoGen.Transactions;

namespace DynamoGen.Tests.Regions;

[Table("accounts", Stream = StreamView.NewAndOldImages, TimeToLive = "Closed")]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[OneRegion("us-east-1")]
public sealed partial class AccountTable;

/// <summary>An entity of which no write of an old epoch may take the place.</summary>
[Entity<AccountTable>]
[Key("ACCOUNT#{Id}", "ACCOUNT")]
public sealed partial record Account(int Id, int Balance)
{
    [WriterEpoch]
    public long Epoch { get; init; }

    [TimeToLive]
    public DateTimeOffset? Closed { get; init; }
}

[Repository<Account>]
public partial interface IAccounts
{
    ValueTask<Account?> Get(int id);

    ValueTask<Account> Put(Account account);

    ValueTask<Account?> PutReplaced(Account account);

    [Idempotent]
    ValueTask PutOnce(Account account);

    ValueTask<bool> Create(Account account);

    ValueTask<bool> Replace(Account account);

    [Update("SET Balance = {balance}")]
    ValueTask<Account> Update(int id, int balance);

    [Update("SET Balance = {balance}")]
    ValueTask<WriteOutcome> UpdateBalance(int id, int balance);

    [Update("SET Balance = {balance}")]
    ValueTask<Account> Upsert(int id, int balance);

    ValueTask Delete(int id);

    ValueTask<bool> DeleteKnown(int id);

    WriteAction PutAction(Account account);

    [Update("SET Balance = {balance}")]
    WriteAction UpdateAction(int id, int balance);

    WriteAction DeleteAction(int id);
}
