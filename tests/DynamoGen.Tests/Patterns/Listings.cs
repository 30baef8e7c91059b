namespace DynamoGen.Tests.Patterns;

public enum ListingGrade
{
    Fair,
    [EnumName("very-good")]
    Good,
    Mint,
}

public sealed record ListingTown(string Name, string? Zip);

public sealed record ListingPlace(string Street, ListingTown Town)
{
    public ListingTown? Other { get; init; }
}

/// <summary>A listing as the first version wrote it.</summary>
[Entity<Helpdesk>(Name = "Listing")]
[Key("SELLER#{Seller}", "{Number}")]
public sealed partial record FirstListing(string Seller, int Number, string Title)
{
    public string? Note { get; init; }
}

/// <summary>Everything that a filter can ask for: nested and absent values, sets, defaults, nulls, codecs and a name that changed.</summary>
[Entity<Helpdesk>(Version = 2)]
[Key("SELLER#{Seller}", "{Number}")]
[Key("gsi2", "GRADE#{Grade}", "{Number}", Shards = 3)]
public sealed partial record Listing(string Seller, int Number, string Title)
{
    public ListingGrade Grade { get; init; }

    [EnumAsNumber]
    public ListingGrade Rank { get; init; }

    [AttributeName("cost")]
    public decimal? Price { get; init; }

    public string? Remark { get; init; }

    public string? Unset { get; init; } = "set";

    public bool Open { get; init; }

    [OmitDefault]
    public int Votes { get; init; }

    [OmitDefault]
    public string Label { get; init; } = "";

    public HashSet<string> Tags { get; init; } = [];

    public HashSet<int>? Sizes { get; init; }

    public List<string> Notes { get; init; } = [];

    public ListingPlace? Place { get; init; }

    public DateTimeOffset At { get; init; }

    [EpochSeconds]
    public DateTimeOffset Until { get; init; }

    public Guid Code { get; init; }

    [Upcast(1, nameof(Remark), StoredAs = "Note")]
    internal static string? RemarkOf(string? note) => note;
}

[Fields<Listing>]
public sealed partial class ListingFields;

[Repository<FirstListing>]
public partial interface IFirstListings
{
    ValueTask Put(FirstListing listing);
}

[Repository<Listing>]
public partial interface IListings
{
    ValueTask Put(Listing listing);

    IAsyncEnumerable<Listing> Of(string seller, ItemFilter<Listing>? filter);

    ValueTask<Listing[]> Search(string seller, ItemFilter<Listing>? filter);

    [Filter("Open = {open} AND Votes >= {least}")]
    ValueTask<Listing[]> Narrowed(string seller, bool? open, int? least, ItemFilter<Listing>? filter);

    [Filter("Votes < 3 OR Open = true")]
    ValueTask<Listing[]> Beside(string seller, ItemFilter<Listing>? filter);

    ValueTask<Page<Listing>> Page(string seller, int limit, string? cursor, ItemFilter<Listing>? filter);

    [Query, Descending]
    ValueTask<Listing?> Last(string seller, ItemFilter<Listing>? filter);

    ValueTask<long> Count(string seller, ItemFilter<Listing>? filter);

    ValueTask<bool> Exists(string seller, int number, ItemFilter<Listing>? filter);

    [Index("gsi2")]
    ValueTask<Response<IReadOnlyList<Listing>>> OfGrade(ListingGrade grade, ItemFilter<Listing>? filter);

    [AllowScan("a test")]
    IAsyncEnumerable<Listing> All(int segments, ItemFilter<Listing>? filter);

    [AllowScan("a test")]
    ValueTask<long> CountAll(ItemFilter<Listing>? filter);
}
