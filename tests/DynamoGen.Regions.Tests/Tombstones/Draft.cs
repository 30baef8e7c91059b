namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>Drafts, which every region writes and deletes.</summary>
[Table("drafts", TimeToLive = "Until", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[AnyRegion]
public sealed partial class DraftTable;

/// <summary>A draft whose deletes are marked too.</summary>
[Entity<DraftTable>]
[Key("DRAFT#{Id}", "DRAFT")]
public sealed partial record Draft(int Id, string Text)
{
    [TimeToLive]
    public DateTimeOffset? Until { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }
}
