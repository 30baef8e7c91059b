using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>A key is made of what is stored, wherever a template names a property.</summary>
public sealed class StoredPartTests
{
    private const string Types = """
        using DynamoGen.Serialization;
        [Table("t")]
        [GlobalIndex("byPart", PartitionKey = "gpk", SortKey = "gsk")]
        [LocalIndex("local", SortKey = "lsk")]
        public sealed partial class T;
        [Table("wide")]
        [GlobalIndex("several", PartitionKeys = ["Part", "Id"])]
        public sealed partial class Wide;
        [Table("own", PartitionKey = "Part", SortKey = null)] public sealed partial class Own;
        public sealed class Lower : IAttributeConverter<string, string> { public static string ToStored(string value) => value.ToLowerInvariant(); public static string FromStored(string stored) => stored; }
        public sealed class Next : IAttributeConverter<int, int> { public static int ToStored(int value) => value + 1; public static int FromStored(int stored) => stored - 1; }
        public sealed class Minute : IAttributeConverter<DateTimeOffset, long> { public static long ToStored(DateTimeOffset value) => value.ToUnixTimeSeconds() / 60; public static DateTimeOffset FromStored(long stored) => DateTimeOffset.FromUnixTimeSeconds(stored * 60); }
        public sealed class KindName : IAttributeConverter<Kind, string> { public static string ToStored(Kind value) => "k"; public static Kind FromStored(string stored) => Kind.A; }
        [Converter<KindName>] public enum Kind { A, B }
        [EnumAsNumber] public enum Level { Low, High }
        public readonly record struct Mail(string Value);
        public readonly record struct Moment(DateTimeOffset Value);

        """;

    private static readonly string[] Places =
    [
        "[Entity<T>] [Key(\"A#{0}\", \"{{Id}}\")]",
        "[Entity<T>] [Key(\"A#{{Id}}\", \"{0}\")]",
        "[Entity<T>] [Key(\"A#{{Id}}\", \"S\")] [Key(\"byPart\", \"{0}\", \"{{Id}}\")]",
        "[Entity<T>] [Key(\"A#{{Id}}\", \"S\")] [Key(\"byPart\", \"{{Id}}\", \"X#{0}\", Shards = 2)]",
        "[Entity<T>] [Key(\"A#{{Id}}\", \"S\")] [Key(\"local\", \"A#{{Id}}\", \"{0}\")]",
        "[Entity<T>] [Key(\"A#{{Id}}\", \"S\")] [Unique(\"U#{0}\")]",
    ];

    public static TheoryData<string, string, string> Lost => new()
    {
        { "[Converter<Lower>] public required string Part { get; init; }", "{Part}", "'Lower' makes of it" },
        { "[Converter<Next>] public int Part { get; init; }", "{Part:D8}", "'Next' makes of it" },
        { "[Converter<Minute>] public DateTimeOffset Part { get; init; }", "{Part:yyyy-MM-dd}", "'Minute' makes of it" },
        { "public Kind Part { get; init; }", "{Part}", "'KindName' makes of it" },
        { "[Converter<Lower>] public Mail Part { get; init; }", "{Part}", "'Lower' makes of it" },
        { "[EpochSeconds] public DateTimeOffset Part { get; init; }", "{Part}", "than the seconds" },
        { "[EpochSeconds] public DateTime Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ss.fZ}", "than the seconds" },
        { "[EpochMilliseconds] public DateTimeOffset Part { get; init; }", "{Part}", "than the milliseconds" },
        { "[IsoMilliseconds] public DateTimeOffset Part { get; init; }", "{Part}", "than the milliseconds" },
        { "[IsoMilliseconds] public DateTime Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ss.ffffZ}", "than the milliseconds" },
        { "[EpochMilliseconds] public Moment Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ss.ffffZ}", "than the milliseconds" },
    };

    public static TheoryData<string, string, string> Unstored => new()
    {
        { "[Ignore] public string Part { get; set; } = \"\";", "{Part}", "is not stored" },
        { "[Ignore] public int Part { get; init; }", "{Part}", "is not stored" },
        { "[Ignore] public Guid Part { get; } = Guid.NewGuid();", "{Part}", "is not stored" },
        { "private string _part = \"\"; [Ignore] public string Part { get => _part; set => _part = value; }", "{Part}", "is not stored" },
        { "[Ignore] public string Raw { get; set; } = \"\"; public string Part => Raw.ToLowerInvariant();", "{Part}", "computed from 'Raw'" },
        { "[Ignore] public string Raw { get; set; } = \"\"; private string Middle => this.Raw + \"x\"; public string Part { get { return Middle; } }", "{Part}", "computed from 'Raw'" },
    };

    [Theory]
    [MemberData(nameof(Lost))]
    [MemberData(nameof(Unstored))]
    public void What_differs_from_what_is_stored_is_no_part_of_a_key(string member, string part, string reason)
    {
        foreach (var place in Places)
        {
            var problem = Assert.Single(Design.Problems(Source(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, part), member)));

            Assert.Equal(DeclarationRule.KeyTemplate, problem.Rule);
            Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[Entity<Own>] [Key(\"{Part}\")]")]
    [InlineData("[Entity<Wide>] [Key(\"A#{Id}\", \"S\")] [MultiAttributeKey(\"several\")]")]
    public void Neither_where_the_attribute_is_the_key(string place) => Assert.Equal(DeclarationRule.KeyTemplate, Assert.Single(Design.Problems(
        Source(place, "[Converter<Lower>] public required string Part { get; init; }"))).Rule);

    [Theory]
    [InlineData("public string Part => Id.ToLowerInvariant();", "{Part}")]
    [InlineData("[Ignore] public string Part => Id.ToLowerInvariant();", "{Part}")]
    [InlineData("public string Name { get; init; } = \"\"; [Ignore] public int Length { get; set; } public string Part => Name + Name.Length;", "{Part}")]
    [InlineData("[EpochSeconds] public DateTimeOffset Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ssZ}")]
    [InlineData("[EpochMilliseconds] public DateTimeOffset? Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ss.fffZ}")]
    [InlineData("[IsoMilliseconds] public DateTime? Part { get; init; }", "{Part:yyyy-MM-ddTHH:mm:ss.fffZ}")]
    [InlineData("[IsoMilliseconds] public DateTimeOffset Part { get; init; }", "{Part:yyyy-MM-dd}")]
    [InlineData("[IsoMilliseconds] public Moment Part { get; init; }", "{Part:unixMilliseconds}")]
    [InlineData("public DateTimeOffset Part { get; init; }", "{Part:yyyy-MM-dd}")]
    [InlineData("public Level Part { get; init; }", "{Part}")]
    [InlineData("[OmitDefault] public int Part { get; init; }", "{Part}")]
    [InlineData("public Mail Part { get; init; }", "{Part}")]
    [InlineData("public Moment Part { get; init; }", "{Part}")]
    public void What_is_the_same_after_reading_is_one(string member, string part)
    {
        Design.Compiles(Source($"[Entity<T>] [Key(\"A#{{Id}}\", \"S\")] [Key(\"byPart\", \"{part}\", \"{{Id}}\")]", member));
    }

    private static GeneratorRun Source(string attributes, string member) =>
        GeneratorRun.Of(Types + $"{attributes} public sealed partial record Thing(string Id) {{ {member} }}");
}
