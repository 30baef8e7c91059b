namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity in indexes that hold all, some and none of its attributes, and a part of it.</summary>
internal static class Parcels
{
    public const string Entity = """
        namespace Shop;

        [Table("parcels", TimeToLive = "expires")]
        [GlobalIndex("byDepot", PartitionKey = "gsi1pk", SortKey = "gsi1sk", Projection = IndexProjection.Include, NonKeyAttributes = ["size", "oldSize", "Depot", "expires"])]
        [GlobalIndex("byRoute", PartitionKey = "gsi2pk", SortKey = "gsi2sk", Projection = IndexProjection.KeysOnly)]
        [LocalIndex("byWeight", SortKey = "lsi1sk", Projection = IndexProjection.KeysOnly)]
        public sealed partial class ParcelTable;

        public enum Depot { North, South }

        public sealed record Size(int Width, List<int> Others);

        [Entity<ParcelTable>(Version = 2)]
        [Key("SENDER#{Sender}", "PARCEL#{Number}")]
        [Key("byDepot", "DEPOT#{Depot}", "{Number}")]
        [Key("byRoute", "ROUTE#{Route}", "{Number}", Shards = 2)]
        [Key("byWeight", "SENDER#{Sender}", "{Weight}")]
        public sealed partial record Parcel(string Sender, int Number, Depot Depot, string Route, int Weight)
        {
            [AttributeName("size")] public required Size Size { get; init; }
            public string? Note { get; init; }
            [AttributeName("expires"), TimeToLive] public DateTimeOffset? ExpiresAt { get; init; }
            [Upcast(1, nameof(Size), StoredAs = "oldSize")] internal static Size SizeOfWidth(int width) => new(width, []);
            [Upcast(1, nameof(Note))] private static string? NoteOf(List<string> notes) => notes.Count > 0 ? notes[0] : null;
        }

        [Projection<Parcel>]
        public sealed partial record ParcelSize
        {
            public required Size Size { get; init; }
            public Depot? Depot { get; init; }
        }


        """;

    public const string Repository = """
        [Repository<Parcel>]
        public partial interface IParcels
        {
            [IncludeExpired] ValueTask<ParcelSize?> Get(string sender, int number);
            [Filter("Note = {note}")] IAsyncEnumerable<ParcelSize> Of(string sender, string note);
            [Index("byDepot")] ValueTask<IReadOnlyList<ParcelSize>> At(Depot depot, int? from = null);
            [Index("byDepot"), Hydrate] ValueTask<Parcel?> FirstAt(Depot depot);
            [Index("byRoute"), IncludeExpired] IAsyncEnumerable<Parcel.PrimaryKey> KeysOn(string route);
            [Index("byRoute"), IncludeExpired] Task<Page<Parcel.PrimaryKey>> PageOn(string route, int limit, string? cursor, CancellationToken cancellationToken);
            [Index("byRoute"), IncludeExpired, Hydrate] Task<Page<Parcel>> ParcelsOn(string route, int limit, string? cursor, CancellationToken cancellationToken);
            [Index("byWeight"), IncludeExpired, Hydrate] IAsyncEnumerable<Parcel> Heavy(string sender, int from);
            [Update("SET Note = {note}")] Task<ParcelSize> UpdateNote(string sender, int number, string note);
            [Put] ValueTask<ParcelSize?> Exchange(Parcel parcel);
            ValueTask<Response<ParcelSize?>> Delete(string sender, int number);
        }
        """;
}
