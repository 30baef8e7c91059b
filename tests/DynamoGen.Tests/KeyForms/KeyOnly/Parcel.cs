namespace DynamoGen.Tests.KeyForms.KeyOnly;

/// <summary>A table whose items have some of their values in the key alone.</summary>
[Table("parcels", Marks = ItemMarks.Optional)]
[GlobalIndex("by-day", PartitionKey = "gsi1pk", SortKey = "gsi1sk", Projection = IndexProjection.KeysOnly)]
public sealed partial class Parcels;

[Entity<Parcels>]
[Key("$parcels#owner_{Owner:raw}#id_{Id:N}", "$parcel_1#number_{Number:D}|{Size:lower}")]
[Key("by-day", "DAY#{Day}", "{Number}")]
public sealed partial record Parcel([property: KeyOnly] string Owner, [property: KeyOnly] Guid Id, [property: KeyOnly] long Number)
{
    [KeyOnly]
    public ParcelSize Size { get; init; } = ParcelSize.Large;

    public DateOnly Day { get; init; }
}

public enum ParcelSize
{
    Small,
    Large,
}

[Repository<Parcel>]
public partial interface IParcels
{
    ValueTask Put(Parcel parcel);

    ValueTask<Parcel?> Get(string owner, Guid id, long number, ParcelSize size);

    IAsyncEnumerable<Parcel> Of(string owner, Guid id);

    [Update("SET Day = {day}")]
    ValueTask<Parcel> Move(string owner, Guid id, long number, ParcelSize size, DateOnly day);

    ValueTask Replace(Parcel parcel);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Parcel> All();
}
