using DynamoGen.Transactions;

namespace DynamoGen.Tests.Hosting;

[Table("notes", SortKey = null)]
[GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Notes;

[Entity<Notes>]
[Key("NOTE#{Id}")]
[Key("by-author", "AUTHOR#{Author}", "{Id}")]
public sealed partial record Note(string Id, string Author)
{
    public string? Text { get; init; }
}

[Repository<Note>]
public partial interface INotes
{
    ValueTask<Note?> Get(string id);

    ValueTask Put(Note note);

    WriteAction PutAction(Note note);
}

/// <summary>The same notes, where they are kept for long.</summary>
[Repository<Note>]
public partial interface IArchivedNotes
{
    ValueTask<Note?> Get(string id);

    [Cached(60)]
    ValueTask<Note?> Find(string id);

    ValueTask Put(Note note);

    WriteAction PutAction(Note note);
}
