using DynamoGen.Transactions;

namespace DynamoGen.Tests.TableShards;

[Table("journal")]
[GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("turned", PartitionKey = "sk", SortKey = "pk")]
[LocalIndex("by-size", SortKey = "lsi1sk")]
public sealed partial class Journal;

/// <summary>What the items of one day have in common, whatever their entity.</summary>
[ItemCollection(typeof(Event), typeof(Note))]
public interface IEntry
{
    DateOnly Day { get; }
}

[Entity<Journal>]
[Key("by-size", "DAY#{Day}", "{Size}")]
[Key("DAY#{Day}", "{At}#{Id}", Shards = 10)]
[Key("by-author", "AUTHOR#{Author}", "{At}", Shards = 3)]
[Key("turned", "{At}#{Id}", "DAY#{Day}")]
public sealed partial record Event(DateOnly Day, DateTimeOffset At, int Id, string Author, int Size) : IEntry
{
    public string? Text { get; init; }
}

[Entity<Journal>]
[Key("DAY#{Day}", "NOTE#{Number}", Shards = 10)]
[Unique("TITLE#{Title}")]
public sealed partial record Note(DateOnly Day, int Number, string Title) : IEntry;

[ItemCollection]
public sealed partial record DayFile
{
    public required IReadOnlyList<Event> Events { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }
}

[Repository<Event>]
public partial interface IEvents
{
    ValueTask Put(Event item);

    ValueTask PutMany(IEnumerable<Event> items);

    ValueTask<Event?> Get(DateOnly day, DateTimeOffset at, int id);

    ValueTask<bool> Exists(DateOnly day, DateTimeOffset at, int id);

    IAsyncEnumerable<Event> GetMany(IEnumerable<Event.PrimaryKey> keys);

    [Update("SET Text = {text}")]
    ValueTask<Event> UpdateText(DateOnly day, DateTimeOffset at, int id, string text);

    [Update("SET Author = {author}")]
    ValueTask UpdateAuthor(DateOnly day, DateTimeOffset at, int id, string author);

    [Update("SET Size = {size}")]
    ValueTask UpsertSize(DateOnly day, DateTimeOffset at, int id, int size, string author);

    ValueTask Replace(Event item);

    ValueTask<bool> Delete(DateOnly day, DateTimeOffset at, int id);

    ValueTask DeleteMany(IEnumerable<Event.PrimaryKey> keys);

    WriteAction PutAction(Event item);

    WriteAction DeleteAction(DateOnly day, DateTimeOffset at, int id);

    ReadAction<Event> Read(DateOnly day, DateTimeOffset at, int id);

    [ConsistentRead]
    IAsyncEnumerable<Event> Of(DateOnly day, DateTimeOffset? from = null, DateTimeOffset? to = null, int? limit = null);

    [Descending]
    ValueTask<IReadOnlyList<Event>> LatestOf(DateOnly day, int limit);

    [Query, Descending]
    ValueTask<Event?> LastOf(DateOnly day);

    ValueTask<Page<Event>> PageOf(DateOnly day, int limit, string? cursor);

    [Descending]
    ValueTask<Page<Event>> LatestPageOf(DateOnly day, int limit, string? cursor);

    ValueTask<Page<Event>> OnDays(IReadOnlyList<DateOnly> days, int limit, string? cursor);

    ValueTask<long> CountOf(DateOnly day, DateTimeOffset? from = null);

    [Filter("Size > {least}")]
    ValueTask<bool> ExistsAbove(DateOnly day, int least);

    [Filter("Size > {least}")]
    IAsyncEnumerable<Event> Above(DateOnly day, int least);

    IAsyncEnumerable<Event.PrimaryKey> KeysOf(DateOnly day);

    [Index("by-author")]
    IAsyncEnumerable<Event> By(string author);

    [Index("by-size"), ConsistentRead, Descending]
    ValueTask<Page<Event>> LargestOf(DateOnly day, int limit, string? cursor);

    [Index("turned"), Query]
    ValueTask<Event?> Turned(DateTimeOffset at, int id, DateOnly day);

    IAsyncEnumerable<IEntry> EntriesOf(DateOnly day);

    ValueTask<DayFile?> FileOf(DateOnly day, int? limit = null);
}

[Repository<Note>]
public partial interface INotes
{
    ValueTask Create(Note note);

    ValueTask Delete(Note note);
}
