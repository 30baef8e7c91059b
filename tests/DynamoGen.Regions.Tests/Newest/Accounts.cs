namespace DynamoGen.Regions.Tests.Newest;

/// <summary>Accounts, which their home region writes.</summary>
[Table("accounts", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[HomeRegion(nameof(Account.Home))]
public sealed partial class AccountTable;

/// <summary>An account that is somewhere.</summary>
[Entity<AccountTable>]
[Key("{Home}#{Id}", "ACCOUNT")]
public sealed partial record Account(string Home, int Id, int Balance);

[Repository<Account>]
public partial interface IAccounts
{
    ValueTask<Account?> Get(string home, int id);

    [ReadNewest]
    ValueTask<Account?> GetNewest(string home, int id);

    ValueTask Put(Account account);
}
