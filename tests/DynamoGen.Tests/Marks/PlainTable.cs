using DynamoGen.Uniqueness;

namespace DynamoGen.Tests.Marks;

/// <summary>A table of one kind of items, which carry nothing but their own attributes; <c>_t</c> is one of them.</summary>
[Table("plain", PartitionKey = "Id", SortKey = null, Marks = ItemMarks.None)]
public sealed partial class PlainTable;

[Entity<PlainTable>(MarksWrites = false)]
[Key("{Id}")]
public sealed partial record Device(string Id)
{
    [AttributeName("_t")]
    public long Ticks { get; init; }

    public string? Place { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }
}

[Repository<Device>]
public partial interface IDevices
{
    ValueTask Create(Device device);

    ValueTask<Device?> Get(string id);

    ValueTask<Device> Replace(Device device);

    [Update("SET Place = {place}")]
    ValueTask<Device> UpdatePlace(string id, string place);

    [Update("SET Place = {place}, Ticks = {ticks}")]
    ValueTask<Device> UpsertPlace(string id, string place, long ticks);

    ValueTask Delete(Device device);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Device> ScanAll();

    [AllowScan("Tests look at all of it."), Filter("Place = {place}")]
    IAsyncEnumerable<Device> ScanPlace(string place);
}

/// <summary>A table of several kinds of items without marks.</summary>
[Table("bare", Marks = ItemMarks.None)]
public sealed partial class BareTable;

[ItemCollection(typeof(Hall), typeof(Seat))]
public interface IOfHall;

[Entity<BareTable>]
[Key("HALL#{Id}", "PROFILE")]
[Unique("NAME#{Name}")]
public sealed partial record Hall(string Id, string Name) : IOfHall;

[Entity<BareTable>]
[Key("HALL#{Hall}", "SEAT#{Number}")]
public sealed partial record Seat(string Hall, int Number) : IOfHall;

[ItemCollection]
public sealed partial record HallWithSeats
{
    public required Hall Hall { get; init; }

    public required IReadOnlyList<Seat> Seats { get; init; }
}

[Repository<Hall>]
public partial interface IHalls
{
    ValueTask Create(Hall hall);

    [ConsistentRead]
    ValueTask<HallWithSeats?> Whole(string id);

    [ConsistentRead]
    ValueTask<IReadOnlyList<IOfHall>> AllOf(string id);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Hall> ScanAll();

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IOfHall> ScanItems(int segments);

    [AllowScan("Repairs what other programs wrote.")]
    ValueTask<UniqueRepair> RepairUnique();
}

[Repository<Seat>]
public partial interface ISeats
{
    ValueTask Put(Seat seat);
}
