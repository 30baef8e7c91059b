using DynamoGen;

namespace OrdersEverywhere.Ledger;

/// <summary>What is asked of accounts.</summary>
[Repository<Account>]
public partial interface ILedger
{
    ValueTask<Account?> Get(string owner);

    ValueTask<Account> Put(Account account);

    [Update("SET Balance = Balance + {amount}")]
    ValueTask<Account> Update(string owner, decimal amount);
}
