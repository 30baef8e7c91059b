namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>
/// What the lock says of an edit is what becomes of an item: each is written by the code before, and read and put again by the code after it.
/// </summary>
public sealed class ReadAfterEditTests
{
    /// <summary>In the place of what is read: the item is not.</summary>
    private const string Nothing = "cannot be read";

    private const string Types = """
        public enum Status { Open, Shipped }
        public enum Renamed { Open, Sent }
        public enum Renumbered { Shipped, Open }
        public enum Fewer { Open }
        [Flags] public enum Rights { Read = 1, Write = 2 }
        public enum Right { Read = 1, Write = 2 }
        """;

    /// <summary>The property before, its value, the property after; what the lock says, and as what the item is read.</summary>
    public static TheoryData<string, string, string, string, string> Edits => new()
    {
        { "public required Guid A { get; init; }", "new Guid(1, 2, 3, new byte[8])", "public required string A { get; init; }", "DG7003",
            "00000001-0002-0003-0000-000000000000" },
        { "public required char A { get; init; }", "'x'", "public required string A { get; init; }", "DG7003", "x" },
        { "public required Status A { get; init; }", "Status.Shipped", "public required string A { get; init; }", "DG7003", "Shipped" },
        { "public required DateOnly A { get; init; }", "new(2012, 7, 4)", "public required DateTime A { get; init; }", "DG7003", "07/04/2012 00:00:00" },
        { "public required DateOnly A { get; init; }", "new(2012, 7, 4)", "public required DateTimeOffset A { get; init; }", "DG7003",
            "07/04/2012 00:00:00 +00:00" },
        { "public required DateTime A { get; init; }", "new(2012, 7, 4, 1, 2, 3)", "public required DateTimeOffset A { get; init; }", "DG7003",
            "07/04/2012 01:02:03 +00:00" },
        { "public required DateTimeOffset A { get; init; }", "new(2012, 7, 4, 1, 2, 3, TimeSpan.Zero)", "public required DateTime A { get; init; }", "DG7003",
            "07/04/2012 01:02:03" },
        { "public required int A { get; init; }", "int.MinValue", "public required long A { get; init; }", "DG7003", "-2147483648" },
        { "public required long A { get; init; }", "long.MaxValue", "public required decimal A { get; init; }", "DG7003", "9223372036854775807" },
        { "public required byte A { get; init; }", "255", "public required Half A { get; init; }", "DG7003", "255" },
        { "public required Half A { get; init; }", "(Half)0.1", "public required float A { get; init; }", "DG7003", "0.1" },
        { "[EpochSeconds] public required DateTime A { get; init; }", "DateTime.UnixEpoch.AddSeconds(7)", "public required long A { get; init; }", "DG7003", "7" },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "[EnumAsNumber] public required Renamed A { get; init; }", "DG7003", "Sent" },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "public required byte A { get; init; }", "DG7003", "1" },
        { "public int? A { get; init; } = 5;", "null", "public int? A { get; init; }", "DG7003", "" },
        { "public int A { get; init; }", "4", "public int? A { get; init; }", "DG7003", "4" },
        { "public required DateTime A { get; init; }", "new(2012, 7, 4)", "public required DateOnly A { get; init; }", "DG7001", Nothing },
        { "public required string A { get; init; }", "\"x\"", "public required Guid A { get; init; }", "DG7001", Nothing },
        { "public required long A { get; init; }", "long.MaxValue", "public required int A { get; init; }", "DG7001", Nothing },
        { "public required double A { get; init; }", "1e40", "public required decimal A { get; init; }", "DG7001", Nothing },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "[EnumAsNumber] public required Fewer A { get; init; }", "DG7001", Nothing },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "[EnumAsNumber] public required Renumbered A { get; init; }", "DG7001", "Open" },
        { "public required Rights A { get; init; }", "Rights.Read | Rights.Write", "[EnumAsNumber] public required Right A { get; init; }", "DG7001", Nothing },
        { "public int? A { get; init; } = 5;", "null", "public int A { get; init; } = 5;", "DG7001", Nothing },
        { "public DateOnly? A { get; init; }", "null", "public DateOnly A { get; init; }", "DG7001", "01/01/0001" },
        { "[OmitDefault] public int A { get; init; }", "0", "public int? A { get; init; }", "DG7001", "" },
        { "[OmitDefault] public int A { get; init; }", "0", "public int A { get; init; } = 3;", "DG7001", "3" },
    };

    [Theory, MemberData(nameof(Edits))]
    public async Task Lock_says_what_becomes_of_an_item(string before, string value, string after, string says, string seen)
    {
        var (old, next) = (Source(before, $"A = {value}"), Source(after));
        Assert.Equal(says, Assert.Single(await LockedSource.Reports(old, next))[..6]);
        using var writer = new CompiledEntity(old);
        using var reader = new CompiledEntity(next);
        var item = writer.Sample;
        if (seen == Nothing)
        {
            Assert.Throws<ItemFormatException>(() => reader.Read(item));
        }
        else
        {
            Assert.Equal(seen, reader.Read(item));
        }
    }

    [Theory]
    [InlineData("", "DG7001", false)]
    [InlineData("[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Rest { get; init; } = [];", "DG7003", true)]
    [InlineData("[AttributeName(\"A\")] public string? B { get; init; }", "", true)]
    [InlineData("public string? B { get; init; }", "DG7001", false)]
    public async Task Value_that_nothing_takes_is_lost_with_the_next_put(string after, string says, bool isKept)
    {
        const string Before = "public string? A { get; init; }";
        var next = Source(after, null, seen: "\"\"");
        var old = Source(Before, "A = \"x\"");
        Assert.Equal(says, string.Concat((await LockedSource.Reports(old, next)).Select(report => report[..6])));
        using var writer = new CompiledEntity(old);
        using var reader = new CompiledEntity(next);
        Assert.Equal(isKept, reader.Rewritten(writer.Sample).ContainsKey("A"));
    }

    private static string Source(string properties, string? sample = null, string seen = "Convert.ToString(A, System.Globalization.CultureInfo.InvariantCulture)!") =>
        LockedSource.Order(properties + $" public string Seen => {seen};" + (sample is null ? "" : $" public static Order Sample => new() {{ Id = \"1\", {sample} }};"))
            + Types;
}
