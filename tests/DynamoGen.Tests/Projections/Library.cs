namespace DynamoGen.Tests.Projections;

[Table("library", TimeToLive = "WithdrawnAt")]
[GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk", Projection = IndexProjection.KeysOnly)]
[GlobalIndex("by-genre", PartitionKey = "gsi2pk",
    SortKey = "gsi2sk", Projection = IndexProjection.Include, NonKeyAttributes = ["title", "Author", "Shelf", "OldShelf", "WithdrawnAt"])]
[LocalIndex("by-title", SortKey = "lsi1sk", Projection = IndexProjection.KeysOnly)]
public sealed partial class Library;

[Entity<Library>(Version = 2)]
[Key("LIBRARY#{Branch}", "BOOK#{Isbn}")]
[Key("by-author", "AUTHOR#{Author}", "{Published}")]
[Key("by-genre", "GENRE#{Genre}", "{Published}", Shards = 3)]
[Key("by-title", "LIBRARY#{Branch}", "{Title}")]
public sealed partial record Book
{
    public required string Branch { get; init; }

    public required int Isbn { get; init; }

    [AttributeName("title")]
    public required string Title { get; init; }

    public required string Author { get; init; }

    public required Genre Genre { get; init; }

    public required DateOnly Published { get; init; }

    public Place Shelf { get; init; } = new("?", 0);

    public string? Text { get; init; }

    [TimeToLive]
    public DateTimeOffset? WithdrawnAt { get; init; }

    [Upcast(1, nameof(Shelf), StoredAs = "OldShelf")]
    internal static Place ShelfFromText(string text) => new(text, 1);
}

public enum Genre
{
    Novel,
    Poetry,
}

public sealed record Place(string Room, int Row);

[Projection<Book>]
public sealed partial record BookCard
{
    public required string Title { get; init; }

    public required string Author { get; init; }

    public Place? Shelf { get; init; }
}

[Projection<Book>]
public sealed partial record Catalogued(string Author, Genre Genre, DateOnly Published, DateTimeOffset? WithdrawnAt);

[Repository<Book>]
public partial interface IBooks
{
    ValueTask Put(Book book);

    ValueTask PutMany(IEnumerable<Book> books);

    ValueTask<Book?> Get(string branch, int isbn);

    ValueTask<Catalogued?> GetCatalogued(string branch, int isbn);

    [IncludeExpired]
    ValueTask<BookCard?> GetCard(string branch, int isbn);

    ValueTask<IReadOnlyList<BookCard>> CardsOf(string branch);

    [Filter("Genre = {genre}")]
    ValueTask<Page<BookCard>> CardsOfGenre(string branch, Genre genre, int limit, string? cursor);

    [Index("by-author"), IncludeExpired]
    IAsyncEnumerable<Book.PrimaryKey> KeysOf(string author, DateOnly? from = null, int? limit = null);

    [Index("by-author"), IncludeExpired]
    Task<Page<Book.PrimaryKey>> PageOfKeys(string author, int limit, string? cursor);

    [Index("by-author"), IncludeExpired, Hydrate]
    IAsyncEnumerable<Book> By(string author);

    [Index("by-author"), IncludeExpired, Hydrate, Descending]
    ValueTask<IReadOnlyList<Book>> LatestBy(string author, int? limit = null);

    [Index("by-author"), IncludeExpired, Hydrate]
    ValueTask<Book?> FirstBy(string author);

    [Index("by-author"), IncludeExpired, Hydrate]
    ValueTask<Page<Book>> PageBy(string author, int limit, string? cursor);

    [Index("by-genre")]
    IAsyncEnumerable<BookCard> OfGenre(Genre genre);

    [Index("by-genre"), Hydrate]
    IAsyncEnumerable<Book> BooksOfGenre(Genre genre, int? limit = null);

    [Index("by-genre")]
    ValueTask<Page<BookCard>> PageOfGenre(Genre genre, int limit, string? cursor);

    [Index("by-title"), IncludeExpired, Hydrate, ConsistentRead]
    IAsyncEnumerable<Book> ByTitle(string branch, string titlePrefix);

    IAsyncEnumerable<Book> GetMany(IEnumerable<Book.PrimaryKey> keys);

    ValueTask Delete(string branch, int isbn);

    [Update("SET Title = {title}")]
    ValueTask<BookCard> UpdateTitle(string branch, int isbn, string title);

    [Update("SET Title = {title}")]
    Task<BookCard?> UpdateTitleOf(string branch, int isbn, string title);

    [Update("SET Title = {title}"), Condition("Title <> {title} AND Author = {author}")]
    ValueTask<Response<BookCard>> UpdateOtherTitle(string branch, int isbn, string title, string author);

    [Put]
    ValueTask<BookCard?> Exchange(Book book);

    [Delete]
    ValueTask<Catalogued?> Withdraw(string branch, int isbn);

    [Delete]
    ValueTask<Book?> Take(string branch, int isbn);
}

/// <summary>How often a book was lent on a day, which begins with the first time.</summary>
[Entity<Library>]
[Key("LOANS#{Isbn}", "{Day}")]
public sealed partial record Loans(int Isbn, DateOnly Day)
{
    public required long Count { get; init; }

    public string? LentTo { get; init; }
}

[Projection<Loans>]
public sealed partial record LoanCount(long Count);

[Repository<Loans>]
public partial interface ILoans
{
    [Update("ADD Count {by} SET LentTo = {lentTo}")]
    ValueTask<LoanCount> UpsertCount(int isbn, DateOnly day, long by, string lentTo);

    [Update("ADD Count {by} SET LentTo = {lentTo}")]
    ValueTask<Response<LoanCount?>> UpsertCountOf(int isbn, DateOnly day, long by, string lentTo);
}
