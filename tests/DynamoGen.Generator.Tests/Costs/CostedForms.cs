namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Local indexes, what is fetched from the table, item collections, locks, keys of several attributes, unknown attributes and versions.</summary>
internal static class CostedForms
{
    public const string Text = """
        namespace Shop;

        using Amazon.DynamoDBv2.Model;

        [Table("shop")]
        [LocalIndex("near", SortKey = "nsk")]
        [LocalIndex("lean", SortKey = "lsk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("author", PartitionKey = "apk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("round", PartitionKeys = ["Region", "Round"], SortKeys = ["Bracket"], PartitionKeyTypes = [KeyAttributeType.String, KeyAttributeType.Number])]
        [GlobalIndex("caught", PartitionKey = "Extra")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>, Key("BRANCH#{Branch}", "BOOK#{Id}"), Key("near", "BRANCH#{Branch}", "{Title}"), Key("lean", "BRANCH#{Branch}", "{Shelf}"), Key("author", "AUTHOR#{Author}", null)]
        public sealed partial record Book(int Branch, int Id, string Title, string Shelf, string Author, string Body);

        [ItemCollection] public sealed partial record Shelves { public IReadOnlyList<Book> Books { get; init; } = []; }

        [Repository<Book>]
        public partial interface IBooks
        {
            ValueTask PutBook(Book book);
            ValueTask CreateBook(Book book);
            ValueTask DeleteBook(int branch, int id);
            [Update("SET Title = {title}")] ValueTask UpdateTitle(int branch, int id, string title);
            [Update("SET Shelf = {shelf}")] ValueTask UpdateShelf(int branch, int id, string shelf);
            [Update("SET Body = {body}")] ValueTask UpdateBody(int branch, int id, string body);
            [Index("near")] IAsyncEnumerable<Book> Near(int branch);
            [Index("near"), ConsistentRead] IAsyncEnumerable<Book> NearConsistently(int branch);
            [Index("lean")] IAsyncEnumerable<Book.PrimaryKey> Lean(int branch);
            [Index("lean"), Hydrate] IAsyncEnumerable<Book> Fetched(int branch);
            [Index("lean"), Hydrate, ConsistentRead] IAsyncEnumerable<Book> FetchedConsistently(int branch);
            [Index("author"), Hydrate] IAsyncEnumerable<Book> Hydrated(string author);
            ValueTask<Shelves?> Collection(int branch);
            [ConsistentRead] ValueTask<Shelves?> CollectionConsistently(int branch);
        }

        [Entity<ShopTable>, Key("MATCH#{Id}", "MATCH"), MultiAttributeKey("round")]
        public sealed partial record Match(int Id, string Region, int Round, string? Bracket, string Body, int Score) { [OptimisticLock] public long Revision { get; init; } }

        [Repository<Match>]
        public partial interface IMatches
        {
            ValueTask<Match> CreateMatch(Match match);
            ValueTask<Match> PutMatch(Match match);
            ValueTask<Match> ReplaceMatch(Match match);
            ValueTask DeleteMatch(Match match);
            [Update("SET Score = {score}")] ValueTask UpdateScore(int id, int score, long revision);
            [Update("SET Bracket = {bracket}")] ValueTask UpdateBracket(int id, string bracket, long revision);
            [Update("REMOVE Bracket")] ValueTask UpdateNoBracket(int id, long revision);
            [Index("round")] IAsyncEnumerable<Match> OfRound(string region, int round);
        }

        [Entity<ShopTable>, Key("NOTE#{Id}", "NOTE")]
        public sealed partial record Note(int Id, string Body, int Size) { [UnknownAttributes] public Dictionary<string, AttributeValue>? Others { get; init; } }

        [Repository<Note>]
        public partial interface INotes
        {
            ValueTask PutNote(Note note);
            ValueTask CreateNote(Note note);
            ValueTask DeleteNote(int id);
            [Update("SET Size = {size}")] ValueTask UpdateSize(int id, int size);
        }

        [Entity<ShopTable>(Name = "Paper", Version = 1), Key("PAPER#{Id}", "PAPER"), Key("author", "WRITER#{Author}", null)]
        public sealed partial record OldPaper(int Id, string Author, string Body, int Pages);

        [Repository<OldPaper>] public partial interface IOldPapers { ValueTask PutOldPaper(OldPaper paper); }

        [Entity<ShopTable>(Name = "Paper", Version = 2), Key("PAPER#{Id}", "PAPER"), Key("author", "AUTHOR#{Author}", null)]
        public sealed partial record Paper(int Id, string Author, string Body, string Length)
        {
            [Upcast(1, nameof(Length), StoredAs = "Pages")] private static string FromPages(int pages) => pages + " pages";
        }

        [Repository<Paper>]
        public partial interface IPapers
        {
            [Update("SET Length = {length}")] ValueTask UpdateLength(int id, string length);
            [Update("SET Author = {author}")] ValueTask UpdateAuthor(int id, string author);
        }
        """;
}
