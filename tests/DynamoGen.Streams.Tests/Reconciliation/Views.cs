namespace DynamoGen.Streams.Tests.Reconciliation;

[Table("accounts")]
public sealed partial class AccountTable;

/// <summary>What a view is derived from.</summary>
[Entity<AccountTable>]
[Key("ACCOUNT#{Id}", "ACCOUNT")]
public sealed partial record Account
{
    public required string Id { get; init; }

    public required int Balance { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    [OptimisticLock]
    public long Count { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The view of an account, which has the version of the account that it was derived from.</summary>
[Entity<AccountTable>]
[Key("VIEW#{Id}", "VIEW")]
public sealed partial record AccountView(string Id, string Text, long Version)
{
    public HashSet<string> Tags { get; init; } = [];
}

[Repository<Account>]
public partial interface IAccounts
{
    [ConsistentRead]
    ValueTask<Account?> Get(string id);

    ValueTask<Account> Put(Account account);

    ValueTask Delete(Account account);

    [AllowScan("to compare a view with it")]
    IAsyncEnumerable<Account> All();
}

[Repository<AccountView>]
public partial interface IAccountViews
{
    [ConsistentRead]
    ValueTask<AccountView?> Get(string id);

    ValueTask Upsert(AccountView view);

    [Condition("attribute_not_exists(Version) OR Version <= {version}")]
    ValueTask<bool> Put(AccountView view, long version);

    [Condition("attribute_not_exists(Version) OR Version <= {version}")]
    ValueTask<bool> Delete(string id, long version);

    [AllowScan("to compare it with the accounts")]
    IAsyncEnumerable<AccountView> All();
}
