using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Interop.Tests.WorkedExample;

[Table("ledger", Marks = ItemMarks.Optional)]
[GlobalIndex("by-till", PartitionKey = "by", SortKey = "at")]
public sealed partial class Ledger;

[Entity<Ledger>]
[Key("acct|{Region:raw}|{Number:D}", "profile")]
public sealed partial record Account([property: KeyOnly] string Region, [property: KeyOnly] int Number)
{
    [AttributeName("owner")]
    public required string Owner { get; init; }

    [AttributeName("opened"), IsoMilliseconds]
    public DateTimeOffset Opened { get; init; }

    [AttributeName("rev"), OptimisticLock]
    public long Revision { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Entity<Ledger>]
[Key("acct|{Region:raw}|{Account:D}", "entry|{Number:D}")]
[Key("by-till", "{Till:raw}", "{At:yyyy-MM-ddTHH:mm:ss.fffZ}")]
public sealed partial record Entry([property: KeyOnly] string Region, [property: KeyOnly] int Account, [property: KeyOnly] int Number)
{
    [AttributeName("by")]
    public required string Till { get; init; }

    [AttributeName("at"), IsoMilliseconds]
    public DateTimeOffset At { get; init; }

    [AttributeName("cents")]
    public long Cents { get; init; }

    [AttributeName("labels"), AlsoReads(AttributeTypes.Set)]
    public IReadOnlyList<string> Labels { get; init; } = [];

    [AttributeName("note")]
    public string? Note { get; init; }
}

[ItemCollection]
public sealed record Statement(Account Account, IReadOnlyList<Entry> Entries);

[Repository<Account>]
public partial interface IAccounts
{
    ValueTask<Account?> Get(string region, int number);

    ValueTask<Statement?> Statement(string region, int number);

    ValueTask<Account> Replace(Account account);
}

[Repository<Entry>]
public partial interface IEntries
{
    ValueTask<Entry?> Get(string region, int account, int number);

    [Index("by-till")]
    ValueTask<IReadOnlyList<Entry>> At(string till, DateTimeOffset from);

    ValueTask Create(Entry entry);

    [Update("SET Note = {note}")]
    ValueTask<Entry> Annotate(string region, int account, int number, string note);
}
