using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

[Table("books")]
public sealed partial class Books;

public readonly record struct Isbn(string Value);

/// <summary>The book as the first deployment wrote it.</summary>
[Entity<Books>(Name = "Book")]
[Key("SHELF#{Shelf}", "BOOK#{Id}")]
[Unique("ISBN#{Number}")]
public sealed partial record FirstBook(string Shelf, string Id)
{
    public string? Name { get; init; }

    public int Pages { get; init; }

    public string? Number { get; init; }

    public string[] Words { get; init; } = [];
}

/// <summary>As the second one wrote it: the name was a caption.</summary>
[Entity<Books>(Name = "Book", Version = 2)]
[Key("SHELF#{Shelf}", "BOOK#{Id}")]
[Unique("ISBN#{Number}")]
public sealed partial record SecondBook(string Shelf, string Id)
{
    public string? Caption { get; init; }

    public int Pages { get; init; }

    public string? Number { get; init; }

    public string[] Words { get; init; } = [];

    [Upcast(1, nameof(Caption), StoredAs = "Name")]
    private static string? CaptionOf(string? name) => name;
}

/// <summary>As it is now: the caption is a title, the number an ISBN, and pages and words have other names.</summary>
[Entity<Books>(Version = 3)]
[Key("SHELF#{Shelf}", "BOOK#{Id}")]
[Unique("ISBN#{Isbn}")]
public sealed partial record Book(string Shelf, string Id)
{
    public string? Title { get; init; }

    public long PageCount { get; init; }

    public Isbn? Isbn { get; init; }

    public string[] Tags { get; init; } = [];

    [Upcast(1, nameof(Title), StoredAs = "Name")]
    private static string? TitleOfName(string? name) => name;

    [Upcast(2, nameof(Title), StoredAs = "Caption")]
    private static string? TitleOf(string? caption) => caption;

    [Upcast(2, nameof(PageCount), StoredAs = "Pages")]
    private static long PagesOf(int pages) => pages;

    [Upcast(2, nameof(Isbn), StoredAs = "Number")]
    private static Isbn? IsbnOf(string? number)
    {
        return new Isbn(number!);
    }

    [Upcast(2, nameof(Tags), StoredAs = "Words")]
    private static string[] TagsOf(string[] words) => words;
}

[Repository<FirstBook>]
public partial interface IFirstBooks
{
    ValueTask Create(FirstBook book);
}

[Repository<SecondBook>]
public partial interface ISecondBooks
{
    ValueTask Create(SecondBook book);
}

[Repository<Book>]
public partial interface IBooks
{
    ValueTask<Book?> Get(string shelf, string id);

    ValueTask Create(Book book);

    [Filter("Title = {title}")]
    IAsyncEnumerable<Book> Titled(string shelf, string title);

    [Filter("Title <> {title}")]
    IAsyncEnumerable<Book> NotTitled(string shelf, string title);

    [Filter("NOT Title = {title}")]
    IAsyncEnumerable<Book> NotEqual(string shelf, string title);

    [Filter("NOT (Title <> {title} OR PageCount < 2)")]
    IAsyncEnumerable<Book> TitledAndLong(string shelf, string title);

    [Filter("attribute_not_exists(Title)")]
    IAsyncEnumerable<Book> Untitled(string shelf);

    [Filter("attribute_exists(Title)")]
    IAsyncEnumerable<Book> WithTitle(string shelf);

    [Filter("begins_with(Title, 'A')")]
    IAsyncEnumerable<Book> UnderA(string shelf);

    [Filter("PageCount BETWEEN 2 AND 3")]
    IAsyncEnumerable<Book> Short(string shelf);

    [Filter("Title IN ('A1', 'A3', 'B1')")]
    IAsyncEnumerable<Book> Listed(string shelf);

    [Filter("size(Title) > 2")]
    IAsyncEnumerable<Book> LongTitles(string shelf);

    [Filter("contains(Tags, 'x')")]
    IAsyncEnumerable<Book> TaggedX(string shelf);

    [Filter("Tags[0] = 'x'")]
    IAsyncEnumerable<Book> FirstTaggedX(string shelf);

    [Filter("attribute_type(Title, 'S')")]
    IAsyncEnumerable<Book> TextTitle(string shelf);

    [Filter("Isbn = {isbn}")]
    IAsyncEnumerable<Book> WithIsbn(string shelf, Isbn isbn);

    ValueTask Replace(Book book, Book before);

    ValueTask<bool> Delete(Book book);

    [Condition("Title = {title}")]
    WriteAction CheckTitle(string shelf, string id, string title);
}
