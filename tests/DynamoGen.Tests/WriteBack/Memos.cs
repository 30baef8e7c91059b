namespace DynamoGen.Tests.WriteBack;

[Table("memos", TimeToLive = "Until")]
[GlobalIndex("byTag", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Memos;

/// <summary>The memo as an older deployment knows it.</summary>
[Entity<Memos>(Name = "Memo")]
[Key("SHELF#{Shelf}", "{Id}")]
[Key("byTag", "TAG#{Tag}", "{Id}")]
public sealed partial record OldMemo(string Shelf, string Id)
{
    public string? Title { get; init; }

    public string Stars { get; init; } = "0";

    public string? Tag { get; init; }

    [UpdatedAt]
    public DateTimeOffset Changed { get; init; }

    [OptimisticLock]
    public long Edition { get; init; }

    [TimeToLive]
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The memo as the current deployment knows it: another name, another type, and no tag where it was "none".</summary>
[Entity<Memos>(Version = 2)]
[Key("SHELF#{Shelf}", "{Id}")]
[Key("byTag", "TAG#{Tag}", "{Id}")]
public sealed partial record Memo(string Shelf, string Id)
{
    public string? Headline { get; init; }

    public int Stars { get; init; }

    public string? Tag { get; init; }

    [UpdatedAt]
    public DateTimeOffset Changed { get; init; }

    [OptimisticLock]
    public long Edition { get; init; }

    [TimeToLive]
    public DateTimeOffset? Until { get; init; }

    [Upcast(1, nameof(Headline), StoredAs = "Title")]
    internal static string? HeadlineOf(string? title) => title;

    [Upcast(1, nameof(Stars))]
    internal static int StarsOf(string stars) => int.Parse(stars, System.Globalization.CultureInfo.InvariantCulture);

    [Upcast(1, nameof(Tag))]
    internal static string? TagOf(string tag) => tag == "none" ? null : tag;
}

[Projection<Memo>]
public sealed partial record MemoHeadline(string? Headline);

[Entity<Memos>(Name = "Contact")]
[Key("CONTACT#{Id}", "CONTACT")]
[Unique("MAIL#{Mail}")]
public sealed partial record OldContact(string Id, string Mail)
{
    public string? Nick { get; init; }
}

/// <summary>A unique value that the current version stores in another form where it was not in lower case.</summary>
[Entity<Memos>(Version = 2)]
[Key("CONTACT#{Id}", "CONTACT")]
[Unique("MAIL#{Mail}")]
public sealed partial record Contact(string Id, string Mail)
{
    public string? Name { get; init; }

    [Upcast(1, nameof(Name), StoredAs = "Nick")]
    internal static string? NameOf(string? nick) => nick;

    [Upcast(1, nameof(Mail))]
    internal static string MailOf(string mail) => mail.ToLowerInvariant();
}

[Repository<OldMemo>]
public partial interface IOldMemos
{
    ValueTask Create(OldMemo memo);
}

[Repository<Memo>]
public partial interface IMemos
{
    ValueTask<Memo?> Get(string shelf, string id);

    IAsyncEnumerable<Memo> Of(string shelf);

    IAsyncEnumerable<Memo> GetMany(IEnumerable<Memo.PrimaryKey> keys);

    [AllowScan("the test reads everything")]
    IAsyncEnumerable<Memo> ScanAll();

    [Index("byTag")]
    IAsyncEnumerable<Memo> OfTag(string tag);

    IAsyncEnumerable<MemoHeadline> Headlines(string shelf);

    ValueTask Create(Memo memo);
}

[Repository<OldContact>]
public partial interface IOldContacts
{
    ValueTask Create(OldContact contact);
}

[Repository<Contact>]
public partial interface IContacts
{
    ValueTask<Contact?> Get(string id);
}

[Table("world-memos")]
[Replica("eu-west-1")]
[Replica("us-east-1")]
public sealed partial class WorldMemos;

[Entity<WorldMemos>(Version = 2)]
[Key("{Id}", "MEMO")]
public sealed partial record WorldMemo(string Id)
{
    public string? Headline { get; init; }

    [Upcast(1, nameof(Headline), StoredAs = "Title")]
    internal static string? HeadlineOf(string? title) => title;
}
