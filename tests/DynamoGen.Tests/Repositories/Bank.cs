using DynamoGen.Schema;

namespace DynamoGen.Tests.Repositories;

[Table("bank")]
public sealed partial class Bank;

[Table("ledger", SortKey = null)]
public sealed partial class Ledger;

[Entity<Bank>]
[Key("ACCOUNT#{Id}", "BALANCE")]
public sealed partial record Account(string Id, long Balance)
{
    public string? Notes { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }
}

[Entity<Ledger>]
[Key("POSTING#{Id}")]
public sealed partial record Posting(string Id, long Amount);

/// <summary>The access patterns of the bank, as the generator would name them.</summary>
internal static class BankPatterns
{
    private static readonly TableSchema BankTable = SchemaOf<Bank>();
    private static readonly TableSchema LedgerTable = SchemaOf<Ledger>();

    public static readonly AccessPattern Get = new("IAccounts.Get", DynamoOperation.GetItem, BankTable);
    public static readonly AccessPattern GetMany = new("IAccounts.GetMany", DynamoOperation.BatchGetItem, BankTable);
    public static readonly AccessPattern Put = new("IAccounts.Put", DynamoOperation.PutItem, BankTable);
    public static readonly AccessPattern Create = new("IAccounts.Create", DynamoOperation.PutItem, BankTable);
    public static readonly AccessPattern PutMany = new("IAccounts.PutMany", DynamoOperation.BatchWriteItem, BankTable);
    public static readonly AccessPattern Add = new("IAccounts.Add", DynamoOperation.UpdateItem, BankTable);
    public static readonly AccessPattern Delete = new("IAccounts.Delete", DynamoOperation.DeleteItem, BankTable);
    public static readonly AccessPattern DeleteMany = new("IAccounts.DeleteMany", DynamoOperation.BatchWriteItem, BankTable);
    public static readonly AccessPattern Check = new("IAccounts.Check", DynamoOperation.TransactWriteItems, BankTable);
    public static readonly AccessPattern GetPosting = new("IPostings.Get", DynamoOperation.GetItem, LedgerTable);
    public static readonly AccessPattern GetPostings = new("IPostings.GetMany", DynamoOperation.BatchGetItem, LedgerTable);
    public static readonly AccessPattern CreatePosting = new("IPostings.Create", DynamoOperation.PutItem, LedgerTable);

    public static readonly AccessPattern PutEntry = new("IAccounts.PutEntry", DynamoOperation.BatchWriteItem, BankTable);
    public static readonly AccessPattern DeleteEntry = new("IAccounts.DeleteEntry", DynamoOperation.BatchWriteItem, BankTable);
    public static readonly AccessPattern PutPostingEntry = new("IPostings.PutEntry", DynamoOperation.BatchWriteItem, LedgerTable);
    public static readonly AccessPattern DeletePostingEntry = new("IPostings.DeleteEntry", DynamoOperation.BatchWriteItem, LedgerTable);

    private static TableSchema SchemaOf<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
