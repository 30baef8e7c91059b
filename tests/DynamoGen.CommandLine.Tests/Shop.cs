namespace DynamoGen.CommandLine.Tests;

[Table("shop", Stream = StreamView.NewAndOldImages)]
public sealed partial class ShopTable;

/// <summary>What a view is derived from.</summary>
[Entity<ShopTable>]
[Key("ACCOUNT#{Id}", "ACCOUNT")]
public sealed partial record Account(string Id, int Balance, long Version);

[Entity<ShopTable>]
[Key("VIEW#{Id}", "VIEW")]
public sealed partial record AccountView(string Id, string Text, long Version);

[Repository<Account>]
public partial interface IAccounts
{
    [ConsistentRead]
    ValueTask<Account?> Get(string id);

    ValueTask Put(Account account);

    [AllowScan("to compare a view with it")]
    IAsyncEnumerable<Account> All();
}

[Repository<AccountView>]
public partial interface IAccountViews
{
    [ConsistentRead]
    ValueTask<AccountView?> Get(string id);

    [Condition("attribute_not_exists(Version) OR Version <= {version}")]
    ValueTask<bool> Put(AccountView view, long version);

    [Condition("attribute_not_exists(Version) OR Version <= {version}")]
    ValueTask<bool> Delete(string id, long version);

    [AllowScan("to compare it with the accounts")]
    IAsyncEnumerable<AccountView> All();
}
