namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>Edits of an entity, and what the lock says of each: an error where a stored item loses something, a warning where it only has to be recorded.</summary>
public sealed class EditTableTests
{
    private const string Types = """
        public enum Status { Open, Shipped }
        public enum Renamed { Open, Sent }
        public enum Renumbered { Shipped, Open }
        public enum Fewer { Open }
        public enum More { Open, Shipped, Lost }
        [Flags] public enum Rights { Read = 1, Write = 2 }
        [Flags] public enum MoreRights : long { Read = 1, Write = 2, Own = 4 }
        [Flags] public enum FewRights : byte { Read = 1, Write = 2 }
        [Flags] public enum OtherRights { Write = 1, Read = 2 }
        public sealed record Address(string City, string? Zip);
        public sealed record Open(string City, [property: UnknownAttributes] Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Rest);
        public sealed record Closed(string City);
        public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString("x"); public static int FromStored(string stored) => Convert.ToInt32(stored, 16); }
        namespace Other { public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString(); public static int FromStored(string stored) => Convert.ToInt32(stored); } }
        """;

    public static TheoryData<string, string, string> Edits => new()
    {
        // What is read as before, in another type.
        { "public required Guid A { get; init; }", "public required string A { get; init; }", "DG7003" },
        { "public required char A { get; init; }", "public required string A { get; init; }", "DG7003" },
        { "public required DateOnly A { get; init; }", "public required DateTime A { get; init; }", "DG7003" },
        { "public required DateOnly A { get; init; }", "public required DateTimeOffset A { get; init; }", "DG7003" },
        { "public required DateTime A { get; init; }", "public required DateTimeOffset A { get; init; }", "DG7003" },
        { "public required DateTimeOffset A { get; init; }", "public required DateTime A { get; init; }", "DG7003" },
        { "public required TimeSpan A { get; init; }", "public required string A { get; init; }", "DG7003" },
        { "public required Status A { get; init; }", "public required string A { get; init; }", "DG7003" },
        { "public required HashSet<Guid> A { get; init; }", "public required HashSet<string> A { get; init; }", "DG7003" },
        { "public required Dictionary<Guid, int> A { get; init; }", "public required Dictionary<string, int> A { get; init; }", "DG7003" },
        { "public required Dictionary<int, int> A { get; init; }", "public required Dictionary<string, int> A { get; init; }", "DG7003" },
        { "public required Dictionary<int, int> A { get; init; }", "public required Dictionary<long, int> A { get; init; }", "DG7003" },
        { "public required int A { get; init; }", "public required long A { get; init; }", "DG7003" },
        { "public required int A { get; init; }", "public required decimal A { get; init; }", "DG7003" },
        { "public required byte A { get; init; }", "public required Half A { get; init; }", "DG7003" },
        { "[EpochSeconds] public required DateTime A { get; init; }", "public required long A { get; init; }", "DG7003" },
        { "public required Address A { get; init; }", "public required Amazon.DynamoDBv2.Model.AttributeValue A { get; init; }", "DG7003" },
        { "public required string A { get; init; }", "public required Guid A { get; init; }", "DG7001" },
        { "public required string A { get; init; }", "public required char A { get; init; }", "DG7001" },
        { "public required DateTime A { get; init; }", "public required DateOnly A { get; init; }", "DG7001" },
        { "public required TimeOnly A { get; init; }", "public required TimeSpan A { get; init; }", "DG7001" },
        { "public required long A { get; init; }", "public required double A { get; init; }", "DG7001" },
        { "public required double A { get; init; }", "public required decimal A { get; init; }", "DG7001" },
        { "public required Dictionary<string, int> A { get; init; }", "public required Dictionary<int, int> A { get; init; }", "DG7001" },

        // Enums by number.
        { "[EnumAsNumber] public required Status A { get; init; }", "[EnumAsNumber] public required Renamed A { get; init; }", "DG7003" },
        { "[EnumAsNumber] public required Status A { get; init; }", "[EnumAsNumber] public required More A { get; init; }", "DG7003" },
        { "[EnumAsNumber] public required Status A { get; init; }", "public required byte A { get; init; }", "DG7003" },
        { "[EnumAsNumber] public required Status A { get; init; }", "[EnumAsNumber] public required Fewer A { get; init; }", "DG7001" },
        { "[EnumAsNumber] public required Status A { get; init; }", "[EnumAsNumber] public required Renumbered A { get; init; }", "DG7001" },
        { "public required int A { get; init; }", "[EnumAsNumber] public required Status A { get; init; }", "DG7001" },
        { "public required Rights A { get; init; }", "public required MoreRights A { get; init; }", "DG7003" },
        { "public required Rights A { get; init; }", "public required FewRights A { get; init; }", "DG7001" },
        { "public required Rights A { get; init; }", "public required OtherRights A { get; init; }", "DG7001" },
        { "public required Rights A { get; init; }", "[EnumAsNumber] public required Status A { get; init; }", "DG7001" },

        // Converters by their full names.
        { "[Converter<Hex>] public required int A { get; init; }", "[Converter<Other.Hex>] public required int A { get; init; }", "DG7001" },
        { "[Converter<Hex>] public required int A { get; init; }", "public required string A { get; init; }", "DG7001" },

        // What an absent attribute means.
        { "public DateOnly? A { get; init; }", "public DateOnly A { get; init; }", "DG7001" },
        { "public int? A { get; init; }", "public int A { get; init; }", "DG7001" },
        { "public int? A { get; init; }", "public int A { get; init; } = 7;", "DG7001" },
        { "public string? A { get; init; }", "public string A { get; init; } = \"\";", "DG7001" },
        { "public int A { get; init; } = 1;", "public int A { get; init; } = 2;", "DG7001" },
        { "public int A { get; init; } = 1;", "public int A { get; init; }", "DG7001" },
        { "public Status A { get; init; } = Status.Shipped;", "public Status A { get; init; }", "DG7001" },
        { "[OmitDefault] public int A { get; init; }", "public int? A { get; init; }", "DG7001" },
        { "[OmitDefault] public int A { get; init; }", "public int A { get; init; } = 3;", "DG7001" },
        { "public int? A { get; init; } = 5;", "public int A { get; init; } = 5;", "DG7001" },
        { "public int A { get; init; }", "public int? A { get; init; }", "DG7003" },
        { "public int? A { get; init; } = 5;", "public int? A { get; init; }", "DG7003" },
        { "[OmitDefault] public int A { get; init; }", "public int A { get; init; }", "DG7003" },
        { "public int A { get; init; }", "public int A { get; init; } = 0;", "" },
        { "public string A { get; init; } = \"\";", "public string A { get; init; } = string.Empty;", "" },
        { "public List<int> A { get; init; } = [];", "public IReadOnlyList<int> A { get; init; } = new List<int>();", "" },
        { "public Status A { get; init; }", "public Status A { get; init; } = Status.Open;", "" },

        // What no property stores.
        { "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "", "DG7001" },
        { "", "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "DG7003" },
        { "public Open? A { get; init; }", "public Closed? A { get; init; }", "DG7001" },
        { "public Address? A { get; init; }", "public Open? A { get; init; }", "DG7003" },
    };

    public static TheoryData<string, string, string> KeyEdits => new()
    {
        { "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 4)]", "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 8)]", "DG7003" },
        { "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 8)]", "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 4)]", "DG7002" },

        // Shard 3 becomes 03.
        { "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 8)]", "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 16)]", "DG7002" },
        { "[Key(\"gsi1\", \"{Name}\", \"{Number}\")]", "[Key(\"gsi1\", \"{Name}\", \"{Number}\", Shards = 4)]", "DG7002" },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Number}#{Name}\")]", "DG7002" },
        { "[Unique(\"EMAIL#{Number}#{Name}\")]", "[Unique(\"EMAIL#{Name}\")]", "DG7002" },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Number}\")]", "DG7002" },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Name}\")] [Unique(\"NUMBER#{Number}\")]", "DG7003" },
        { "[Unique(\"EMAIL#{Name}\")]", "", "DG7003" },
    };

    [Theory, MemberData(nameof(Edits))]
    public Task Lock_says_what_becomes_of_stored_items(string before, string after, string expected) =>
        Says(LockedSource.Order(before) + Types, LockedSource.Order(after) + Types, expected);

    [Theory, MemberData(nameof(KeyEdits))]
    public Task Lock_says_whether_stored_items_are_found(string before, string after, string expected) => Says(Keyed(before), Keyed(after), expected);

    [Fact]
    public Task Text_in_the_place_of_a_type_of_the_same_text_keeps_keys()
    {
        const string Before = "[Entity<Shop>, Key(\"{A}\", \"{B}\")] public sealed partial record Order(Guid A, DateOnly B);";
        return Says(LockedSource.WithTable(Before), LockedSource.WithTable(Before.Replace("Guid", "string").Replace("DateOnly", "string")), "DG7003");
    }

    [Theory]
    [InlineData("IndexProjection.KeysOnly", "IndexProjection.All", "DG7002")]
    [InlineData("IndexProjection.All", "IndexProjection.KeysOnly", "DG7003")]
    [InlineData("IndexProjection.Include, NonKeyAttributes = [\"a\"]", "IndexProjection.Include, NonKeyAttributes = [\"a\", \"b\"]", "DG7002")]
    [InlineData("IndexProjection.Include, NonKeyAttributes = [\"a\", \"b\"]", "IndexProjection.Include, NonKeyAttributes = [\"a\"]", "DG7003")]
    public Task Index_never_gets_another_projection(string before, string after, string expected) =>
        Says(Projected(before), Projected(after), expected);

    private static async Task Says(string before, string after, string expected)
    {
        Assert.Empty(await LockedSource.Problems(before));
        Assert.Empty(await LockedSource.Problems(after));
        Assert.Empty(await LockedSource.Reports(before, before));
        var reports = await LockedSource.Reports(before, after);
        Assert.Equal(expected, string.Join(" ", reports.Select(report => report[..6]).Distinct()));
    }

    private static string Keyed(string keys) => LockedSource.WithTable(
        $"[Entity<Shop>, Key(\"ORDER#{{Id}}\", \"A\")] {keys} public sealed partial record Order(string Id, string Name, int Number);");

    private static string Projected(string projection) =>
        $"[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\", Projection = {projection})] public sealed partial class Shop;";
}
