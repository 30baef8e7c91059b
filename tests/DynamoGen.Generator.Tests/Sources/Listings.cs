namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity with a property of every form that a filter can ask of, and the methods that take a filter.</summary>
internal static class Listings
{
    public const string Entity = """
        public enum Grade { Low, High }
        public readonly record struct Points(int Value);
        public sealed record Town(string Name, string? Zip) { public List<string> Streets { get; init; } = []; }
        public sealed record Home(string Street, Town Town) { public Town? Other { get; init; } public string? Exists { get; init; } }
        public sealed record Branch(string Name, List<Branch> Branches);

        [Entity<ShopTable>] [Key("L#{Seller}", "{Number}")] [Key("gsi1", "TITLE#{Title}", "{Number}")]
        public sealed partial record Listing(string Seller, int Number, string Title, Home Home)
        {
            public decimal? Price { get; init; }
            [AttributeName("grade")] public Grade Grade { get; init; }
            [EnumAsNumber] public Grade Rank { get; init; }
            public Guid? Code { get; init; }
            public bool Open { get; init; }
            public DateTimeOffset At { get; init; }
            [EpochSeconds] public DateTimeOffset Until { get; init; }
            public HashSet<int> Numbers { get; init; } = [];
            public HashSet<string>? Tags { get; init; }
            public List<Points> Points { get; init; } = [];
            public Dictionary<string, int> Counts { get; init; } = [];
            public byte[] Photo { get; init; } = [];
            public (int, string) Pair { get; init; }
            public Home? Second { get; init; }
            public Branch? Tree { get; init; }
            [OmitDefault] public int Votes { get; init; }
            [OmitDefault] public Points Score { get; init; }
            public string? Where { get; init; }
            public string? Unset { get; init; } = "set";
        }

        [Fields<Listing>] public sealed partial class ListingFields;

        """;

    public const string Repository = """
        [Repository<Listing>]
        public partial interface IListings
        {
            IAsyncEnumerable<Listing> Of(string seller, ItemFilter<Listing>? filter);
            [Filter("Votes > {least} OR Open = true")]
            ValueTask<Page<Listing>> Search(string seller, int limit, string? cursor, int? least, ItemFilter<Listing>? which);
            [AllowScan("few"), Index("gsi1")] IAsyncEnumerable<Listing> All(ItemFilter<Listing>? filter);
        }
        """;
}
