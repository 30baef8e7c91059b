using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

/// <summary>A table of which three builds run: one that knows version 1, one that reads both and writes version 1, and one that writes version 2.</summary>
[Table("rooms")]
[GlobalIndex("byFloor", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Rooms;

public readonly record struct Rate(decimal Amount, string Currency);

public sealed record Guest(string First, string? Last);

[Entity<Rooms>(Name = "Room")]
[Key("HOTEL#{Hotel}", "ROOM#{Number}")]
[Key("byFloor", "FLOOR#{Floor}", "{Number}")]
public sealed partial record FirstRoom(string Hotel, int Number)
{
    public int Floor { get; init; }

    public decimal Rate { get; init; }

    public string? Note { get; init; }

    public string? GuestName { get; init; }

    public required string Labels { get; init; }

    public int Stays { get; init; }
}

[Entity<Rooms>(Name = "Room", Version = 2, WriteAs = 1)]
[Key("HOTEL#{Hotel}", "ROOM#{Number}")]
[Key("byFloor", "FLOOR#{Floor}", "{Number}")]
public sealed partial record RollingRoom(string Hotel, int Number)
{
    public int Floor { get; init; }

    public required Rate Rate { get; init; }

    public string? Remark { get; init; }

    public Guest? Guest { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public int Stays { get; init; }

    [Upcast(1, nameof(Rate))]
    private static Rate RateOf(decimal dollars) => RoomForms.RateOf(dollars);

    [Upcast(1, nameof(Remark), StoredAs = "Note")]
    private static string? RemarkOf(string? note) => note;

    [Upcast(1, nameof(Guest), StoredAs = "GuestName")]
    private static Guest? GuestOf(string name) => RoomForms.GuestOf(name);

    [Upcast(1, nameof(Tags), StoredAs = "Labels")]
    private static IReadOnlyList<string> TagsOf(string labels) => RoomForms.TagsOf(labels);

    [Downcast(1, nameof(Rate))]
    private static decimal DollarsOf(Rate rate) => rate.Amount;

    [Downcast(1, "GuestName")]
    private static string? NameOf(Guest? guest) => RoomForms.NameOf(guest);

    [Downcast(1, "Labels")]
    private static string LabelsOf(IReadOnlyList<string> tags) => string.Join(',', tags);
}

[Entity<Rooms>(Name = "Room", Version = 2)]
[Key("HOTEL#{Hotel}", "ROOM#{Number}")]
[Key("byFloor", "FLOOR#{Floor}", "{Number}")]
public sealed partial record Room(string Hotel, int Number)
{
    public int Floor { get; init; }

    public required Rate Rate { get; init; }

    public string? Remark { get; init; }

    public Guest? Guest { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public int Stays { get; init; }

    [Upcast(1, nameof(Rate))]
    private static Rate RateOf(decimal dollars) => RoomForms.RateOf(dollars);

    [Upcast(1, nameof(Remark), StoredAs = "Note")]
    private static string? RemarkOf(string? note) => note;

    [Upcast(1, nameof(Guest), StoredAs = "GuestName")]
    private static Guest? GuestOf(string name) => RoomForms.GuestOf(name);

    [Upcast(1, nameof(Tags), StoredAs = "Labels")]
    private static IReadOnlyList<string> TagsOf(string labels) => RoomForms.TagsOf(labels);
}

/// <summary>What both builds that know version 2 make of version 1.</summary>
internal static class RoomForms
{
    public static Rate RateOf(decimal dollars) => new(dollars, "USD");

    public static Guest GuestOf(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? new(name[..at], name[(at + 1)..]) : new(name, null);

    public static string? NameOf(Guest? guest) => guest is null ? null : guest.Last is null ? guest.First : $"{guest.First}/{guest.Last}";

    public static IReadOnlyList<string> TagsOf(string labels) => labels.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

[Repository<FirstRoom>]
public partial interface IFirstRooms
{
    ValueTask<FirstRoom?> Get(string hotel, int number);

    ValueTask Put(FirstRoom room);

    [Update("ADD Stays 1")]
    ValueTask UpdateStays(string hotel, int number);

    [Update("SET Rate = {rate}, Note = {note}")]
    ValueTask UpdateRate(string hotel, int number, decimal rate, string note);

    [Update("ADD Stays 1")]
    WriteAction UpdateAction(string hotel, int number);
}

[Repository<RollingRoom>]
public partial interface IRollingRooms
{
    ValueTask<RollingRoom?> Get(string hotel, int number);

    ValueTask Put(RollingRoom room);

    ValueTask Create(RollingRoom room);

    ValueTask<bool> Replace(RollingRoom room);

    ValueTask PutMany(IEnumerable<RollingRoom> rooms);

    [Update("ADD Stays 1")]
    ValueTask UpdateStays(string hotel, int number);

    [Update("SET Rate = {rate}, Remark = {remark}")]
    ValueTask UpdateRate(string hotel, int number, Rate rate, string remark);

    [Update("SET Guest = {guest}, Tags = {tags}"), Condition("attribute_exists(Remark)")]
    ValueTask<bool> UpdateGuest(string hotel, int number, Guest guest, IReadOnlyList<string> tags);

    [Update("ADD Stays 1")]
    ValueTask<RollingRoom> UpdateAndGet(string hotel, int number);

    [Upsert, Update("SET Floor = {floor}, Rate = {rate}, Guest = {guest}, Tags = {tags}")]
    ValueTask Set(string hotel, int number, int floor, Rate rate, Guest guest, IReadOnlyList<string> tags);

    [Index("byFloor")]
    IAsyncEnumerable<RollingRoom> OnFloor(int floor);

    [Filter("Remark = {remark}")]
    IAsyncEnumerable<RollingRoom> Remarked(string hotel, string remark);

    [Update("ADD Stays 1")]
    WriteAction UpdateAction(string hotel, int number);

    WriteAction PutAction(RollingRoom room);
}

[Repository<Room>]
public partial interface IRooms
{
    ValueTask<Room?> Get(string hotel, int number);

    ValueTask Put(Room room);

    [Update("ADD Stays 1")]
    ValueTask UpdateStays(string hotel, int number);

    [Update("SET Rate = {rate}, Remark = {remark}")]
    ValueTask UpdateRate(string hotel, int number, Rate rate, string remark);

    [Update("ADD Stays 1")]
    WriteAction UpdateAction(string hotel, int number);
}
