using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests;

[Table("notes", SortKey = null, DeletionProtection = true)]
public sealed partial class Notes;

[Entity<Notes>]
[Key("NOTE#{Id}")]
public sealed partial record Note(string Id)
{
    [UpdatedAt]
    public DateTimeOffset WrittenAt { get; init; }
}

[Repository<Note>]
public partial interface INotes
{
    ValueTask<Note> Put(Note note);
}

public static class NoteServices
{
    public static IServiceCollection AddNotes(this IServiceCollection services) => services.AddDynamoGen().AddRepository<INotes>().Services;
}
