namespace DynamoGen.Tests.KeyForms.Instants;

/// <summary>A table whose indexes have instants as keys of their own, as object mappers lay them out.</summary>
[Table("meetings", PartitionKey = "Id", SortKey = null, Marks = ItemMarks.None)]
[GlobalIndex("by-start", PartitionKey = "Room", SortKey = "Start")]
[GlobalIndex("by-end", PartitionKey = "Room", SortKey = "End")]
[GlobalIndex("by-change", PartitionKey = "Room", SortKey = "Changed")]
[GlobalIndex("by-plan", PartitionKey = "Planned", SortKey = null)]
public sealed partial class Meetings;

[Entity<Meetings>]
[Key("{Id:raw}")]
[Key("by-start", "{Room:raw}", "{Start:yyyy-MM-ddTHH:mm:ss.fffZ}")]
[Key("by-end", "{Room:raw}", "{End:yyyy-MM-ddTHH:mm:ss.fffZ}")]
[Key("by-change", "{Room:raw}", "{Changed}")]
[Key("by-plan", "{Planned}", null)]
public sealed partial record Meeting(string Id, string Room)
{
    [IsoMilliseconds]
    public DateTime Start { get; init; }

    [IsoMilliseconds]
    public DateTimeOffset? End { get; init; }

    public DateTime? Changed { get; init; }

    public DateTimeOffset? Planned { get; init; }

    [IsoMilliseconds]
    public IReadOnlyList<DateTimeOffset> Breaks { get; init; } = [];
}

[Fields<Meeting>]
public sealed partial class MeetingFields;

[Repository<Meeting>]
public partial interface IMeetings
{
    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Meeting> Search(ItemFilter<Meeting>? filter);

    [AllowScan("Tests look at all of it."), Filter("Room = {room} AND Start >= {start}")]
    IAsyncEnumerable<Meeting> Found(string? room, DateTime? start);

    ValueTask Put(Meeting meeting);

    ValueTask<Meeting?> Get(string id);

    [Index("by-start")]
    ValueTask<IReadOnlyList<Meeting>> Between(string room, DateTime fromStart, DateTime toStart);

    [Index("by-start")]
    ValueTask<IReadOnlyList<Meeting>> Before(string room, DateTime beforeStart);

    [Index("by-start")]
    ValueTask<IReadOnlyList<Meeting>> After(string room, DateTime afterStart);

    [Index("by-start")]
    ValueTask<IReadOnlyList<Meeting>> On(string room, DateOnly fromStart, DateOnly toStart);

    [Index("by-end")]
    ValueTask<IReadOnlyList<Meeting>> Ending(string room, DateTimeOffset end);

    [Index("by-change")]
    ValueTask<IReadOnlyList<Meeting>> Changed(string room, DateTime changed);

    [Index("by-change")]
    ValueTask<IReadOnlyList<Meeting>> ChangedFrom(string room, DateTime fromChanged);

    [Index("by-plan")]
    ValueTask<IReadOnlyList<Meeting>> Planned(DateTimeOffset planned);

    [Update("SET Start = {start}")]
    ValueTask<Meeting> Move(string id, DateTime start);

    [Update("SET Room = {room}"), Condition("Start = {start}")]
    ValueTask<Meeting> Swap(string id, DateTime start, string room);
}
