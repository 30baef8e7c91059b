using DynamoGen.Regions.Conflicts;

namespace DynamoGen.Streams.Tests.Conflicts;

[Table("documents", Stream = StreamView.NewAndOldImages)]
[Replica("eu-west-1")]
[Replica("us-east-1")]
public sealed partial class DocumentTable;

[Entity<DocumentTable>]
[Key("DOCUMENT#{Id}", "DOCUMENT")]
public sealed partial record Document(int Id, string Title)
{
    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    [AttributeName("m")]
    public string? Mark { get; init; }

    [LineageBase]
    [AttributeName("b")]
    public string? BasedOn { get; init; }
}

/// <summary>Writes down what it is told of lost updates.</summary>
[StreamHandler<DocumentTable>(Name = "edits")]
public sealed partial class Edits
{
    public List<string> Seen { get; } = [];

    public List<ConflictContext> Conflicts { get; } = [];

    /// <summary>What the handling of a lost update throws; null for nothing.</summary>
    public Exception? Failure { get; set; }

    private ValueTask Modified(Document before, Document after)
    {
        Seen.Add($"{before.Title} became {after.Title}");
        return default;
    }

    private ValueTask Conflicted(Document lost, Document won, ConflictContext context)
    {
        Conflicts.Add(context);
        Seen.Add($"{lost.Title} was lost to {won.Title}");
        return Failure is null ? default : ValueTask.FromException(Failure);
    }
}
