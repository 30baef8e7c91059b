namespace DynamoGen.Regions.Tests.Newest;

/// <summary>Notes, which every region writes.</summary>
[Table("notes", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[AnyRegion]
public sealed partial class NoteTable;

/// <summary>A note whose writes are stamped.</summary>
[Entity<NoteTable>]
[Key("NOTE#{Id}", "NOTE")]
public sealed partial record Note(int Id, string Text)
{
    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }
}

[Repository<Note>]
public partial interface INotes
{
    ValueTask<Note?> Get(int id);

    [ReadNewest]
    ValueTask<Note?> GetNewest(int id);

    [ReadNewest]
    ValueTask<Response<Note?>> GetDetailed(int id);

    ValueTask<Note> Put(Note note);

    ValueTask Delete(int id);
}
