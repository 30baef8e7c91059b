namespace DynamoGen.Tests.Outcomes;

[Table("ledgers")]
public sealed partial class Ledgers;

/// <summary>An entity whose writes have a mark where they need one.</summary>
[Entity<Ledgers>]
[Key("LEDGER#{Id}", "LEDGER")]
public sealed partial record Ledger(string Id)
{
    public int Balance { get; init; }

    public string Status { get; init; } = "open";

    public string? Before { get; init; }

    public List<int> Entries { get; init; } = [];

    public HashSet<string> Tags { get; init; } = [];
}

/// <summary>The same under a lock.</summary>
[Entity<Ledgers>]
[Key("LOCKED#{Id}", "LOCKED")]
public sealed partial record LockedLedger(string Id)
{
    public int Balance { get; init; }

    [OptimisticLock]
    public long Count { get; init; }
}

/// <summary>An entity whose items have no mark.</summary>
[Entity<Ledgers>(MarksWrites = false)]
[Key("PLAIN#{Id}", "PLAIN")]
public sealed partial record PlainLedger(string Id)
{
    public int Balance { get; init; }

    [AttributeName("_w")]
    public string? Note { get; init; }
}

/// <summary>An entity that keeps what it does not know.</summary>
[Entity<Ledgers>]
[Key("OPEN#{Id}", "OPEN")]
public sealed partial record OpenLedger(string Id)
{
    public int Balance { get; init; }

    [UnknownAttributes]
    public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Others { get; init; } = [];
}

/// <summary>An entity with a unique value.</summary>
[Entity<Ledgers>]
[Key("NAMED#{Id}", "NAMED")]
[Unique("NAME#{Name}")]
public sealed partial record NamedLedger(string Id, string Name)
{
    public int Balance { get; init; }
}

[Repository<Ledger>]
public partial interface ILedgers
{
    [ConsistentRead]
    ValueTask<Ledger?> Get(string id);

    ValueTask Put(Ledger ledger);

    ValueTask<bool> Create(Ledger ledger);

    ValueTask CreateOrThrow(Ledger ledger);

    ValueTask<bool> Replace(Ledger ledger);

    [Condition("Status = 'open'")]
    ValueTask<bool> PutIfOpen(Ledger ledger);

    ValueTask<Ledger?> Upsert(Ledger ledger);

    ValueTask<Ledger?> Delete(string id);

    ValueTask<bool> DeleteIfThere(string id);

    [Update("SET Balance = {balance}")]
    ValueTask<Ledger> UpdateBalance(string id, int balance);

    [Update("SET Balance = {balance}")]
    ValueTask<Ledger?> UpdateAndGetOld(string id, int balance);

    [Update("SET Status = 'closed'")]
    [Condition("Status = 'open'")]
    ValueTask<bool> UpdateClosed(string id);

    [Update("SET Status = 'closed'")]
    [Condition("Status = 'open'")]
    ValueTask<Ledger> UpdateClosedAndGet(string id);

    [Update("ADD Balance {amount}")]
    ValueTask UpdateAdd(string id, int amount);

    [Update("SET Entries = list_append(Entries, {entries})")]
    ValueTask<bool> UpdateEntries(string id, List<int> entries);

    [Update("SET Before = Status, Status = {status}")]
    ValueTask UpdateStatus(string id, string status);

    [Update("ADD Tags {tags}")]
    ValueTask UpdateTags(string id, HashSet<string> tags);

    [Idempotent]
    [Update("ADD Balance {amount}")]
    ValueTask UpdateAddOnce(string id, int amount);

    [Idempotent]
    [Update("ADD Balance {amount}")]
    [Condition("Balance < {limit}")]
    ValueTask<bool> UpdateAddOnceBelow(string id, int amount, int limit);
}

[Repository<LockedLedger>]
public partial interface ILockedLedgers
{
    [ConsistentRead]
    ValueTask<LockedLedger?> Get(string id);

    ValueTask<LockedLedger> Create(LockedLedger ledger);

    ValueTask<LockedLedger> Replace(LockedLedger ledger);

    [Update("ADD Balance {amount}")]
    ValueTask<LockedLedger> UpdateAdd(string id, int amount, long count);

    ValueTask Delete(LockedLedger ledger);
}

[Repository<PlainLedger>]
public partial interface IPlainLedgers
{
    [ConsistentRead]
    ValueTask<PlainLedger?> Get(string id);

    ValueTask<bool> Create(PlainLedger ledger);

    ValueTask<PlainLedger?> Upsert(PlainLedger ledger);
}

[Repository<NamedLedger>]
public partial interface INamedLedgers
{
    [ConsistentRead]
    ValueTask<NamedLedger?> Get(string id);

    ValueTask<bool> Create(NamedLedger ledger);

    ValueTask Replace(NamedLedger ledger, NamedLedger before);
}

[Repository<OpenLedger>]
public partial interface IOpenLedgers
{
    [ConsistentRead]
    ValueTask<OpenLedger?> Get(string id);

    ValueTask<bool> Create(OpenLedger ledger);

    ValueTask Put(OpenLedger ledger);

    ValueTask<OpenLedger?> Upsert(OpenLedger ledger);
}
