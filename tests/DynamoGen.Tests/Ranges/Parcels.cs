namespace DynamoGen.Tests.Ranges;

/// <summary>Its stored names are in the order of its values.</summary>
public enum Grade
{
    Bad,
    Fair,
    Good,
}

[Table("depot")]
[GlobalIndex("by-name", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-grade", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
[GlobalIndex("by-shelf", PartitionKey = "gsi3pk", SortKey = "Shelf", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("by-seal", PartitionKey = "gsi4pk", SortKey = "gsi4sk")]
public sealed partial class DepotTable;

/// <summary>Sort keys of several parts, of text, of names, of truth values and of numbers.</summary>
[Entity<DepotTable>]
[Key("DEPOT#{Depot}", "{Day}#{Number}#{Name}")]
[Key("by-name", "DEPOT#{Depot}", "{Name}")]
[Key("by-grade", "DEPOT#{Depot}", "{Grade}#{Number}")]
[Key("by-shelf", "DEPOT#{Depot}", "{Shelf}")]
[Key("by-seal", "DEPOT#{Depot}", "{IsSealed}#{Day}")]
public sealed partial record Parcel(string Depot, DateOnly Day, int Number, string Name, Grade Grade, int Shelf, bool IsSealed);

[Repository<Parcel>]
public partial interface IParcels
{
    ValueTask PutMany(IEnumerable<Parcel> parcels);

    ValueTask<IReadOnlyList<Parcel>> Between(string depot, DateOnly? from = null, DateOnly? to = null);

    ValueTask<IReadOnlyList<Parcel>> Within(string depot, DateOnly? after = null, DateOnly? before = null);

    ValueTask<IReadOnlyList<Parcel>> Mixed(string depot, DateOnly afterDay, DateOnly to);

    /// <summary>Behind one day and number; without the number, behind the day.</summary>
    ValueTask<IReadOnlyList<Parcel>> Behind(string depot, DateOnly afterDay, int? afterNumber = null);

    ValueTask<IReadOnlyList<Parcel>> FromOne(string depot, DateOnly fromDay, int fromNumber, string fromName);

    ValueTask<IReadOnlyList<Parcel>> UpTo(string depot, DateOnly beforeDay, int beforeNumber, string beforeName);

    ValueTask<IReadOnlyList<Parcel>> OfDay(string depot, DateOnly day, int? number = null);

    [Index("by-name")]
    ValueTask<IReadOnlyList<Parcel>> Named(string depot, string? after = null, string? before = null);

    [Index("by-name")]
    ValueTask<IReadOnlyList<Parcel>> Beginning(string depot, string? prefix = null);

    [Index("by-name")]
    ValueTask<IReadOnlyList<Parcel>> OfName(string depot, string? name = null);

    [Index("by-grade")]
    ValueTask<IReadOnlyList<Parcel>> Graded(string depot, Grade? from = null, Grade? before = null);

    [Index("by-grade")]
    ValueTask<IReadOnlyList<Parcel>> Better(string depot, Grade after);

    [Index("by-seal")]
    ValueTask<IReadOnlyList<Parcel>> Sealed(string depot, bool after);

    [Index("by-shelf")]
    ValueTask<IReadOnlyList<Parcel>> OnShelves(string depot, int? after = null, int? before = null);

    [Index("by-shelf")]
    ValueTask<IReadOnlyList<Parcel>> OnShelf(string depot, int? shelf = null);

    ValueTask<Page<Parcel>> Page(string depot, bool descending, int limit, string? cursor);

    [Query]
    ValueTask<Parcel?> FirstOrLast(string depot, bool descending);
}
