namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class AttributeChangeTests
{
    private const string Types = """
        public enum Status { Open, Shipped }
        public enum Wider { Open, Shipped, Lost }
        public readonly record struct OrderNumber(int Value);
        public sealed record Address(string City, string? Zip);
        public sealed record Village(string City);
        public sealed record Town(string City, string? Zip, string? Country);
        public sealed record Parish(string City, string? Zip, string Priest);
        [Polymorphic(Discriminator = "kind"), DerivedType<Card>("card"), DerivedType<Bill>("bill")] public abstract record Payment;
        [Polymorphic(Discriminator = "kind"), DerivedType<Cheque>("card")] public abstract record Transfer;
        [Polymorphic(Discriminator = "type"), DerivedType<Slip>("card"), DerivedType<Form>("bill")] public abstract record Means;
        public sealed record Card(string Number) : Payment;
        public sealed record Bill : Payment;
        public sealed record Cheque(string Number) : Transfer;
        public sealed record Slip(string Number) : Means;
        public sealed record Form : Means;
        public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString("x"); public static int FromStored(string stored) => Convert.ToInt32(stored, 16); }
        public sealed class EpochTime : IAttributeConverter<int, long> { public static long ToStored(int value) => value; public static int FromStored(long stored) => (int)stored; }
        """;

    [Theory]
    [InlineData("public required int Total { get; init; }", "public required string Total { get; init; }",
        "'Total' is locked as 'N int required' and found as 'S string required'; raise Version to 2 and add [Upcast(from: 1, nameof(Total))]")]
    [InlineData("public long Total { get; init; }", "public int Total { get; init; }", "'Total' is locked as 'N long' and found as 'N int'")]
    [InlineData("public double Total { get; init; }", "public decimal Total { get; init; }", "'Total' is locked as 'N double' and found as 'N decimal'")]
    [InlineData("public Status Status { get; init; }",
        "[EnumAsNumber] public Status Status { get; init; }", "'Status' is locked as 'S enum Open, Shipped' and found as 'N enum Open=0, Shipped=1'")]
    [InlineData("public Wider Status { get; init; }",
        "public Status Status { get; init; }", "'Status' is locked as 'S enum Open, Shipped, Lost' and found as 'S enum Open, Shipped'")]
    [InlineData("[EpochSeconds] public DateTimeOffset At { get; init; }",
        "[EpochMilliseconds] public DateTimeOffset At { get; init; }", "'At' is locked as 'N epoch seconds' and found as 'N epoch milliseconds'")]
    [InlineData("public DateTimeOffset At { get; init; }",
        "[EpochSeconds] public DateTimeOffset At { get; init; }", "'At' is locked as 'S DateTimeOffset' and found as 'N epoch seconds'")]
    [InlineData("public HashSet<string> Tags { get; init; } = [];",
        "public List<string> Tags { get; init; } = [];", "'Tags' is locked as 'SS string' and found as 'L'")]
    [InlineData("public List<int> Sizes { get; init; } = [];",
        "public List<string> Sizes { get; init; } = [];", "'Sizes[]' is locked as 'N int' and found as 'S string'")]
    [InlineData("public Dictionary<string, int> Counts { get; init; } = [];",
        "public Dictionary<string, string> Counts { get; init; } = [];", "'Counts.*' is locked as 'N int' and found as 'S string'")]
    [InlineData("public Dictionary<string, int> Counts { get; init; } = [];",
        "public Dictionary<Guid, int> Counts { get; init; } = [];", "'Counts' is locked as 'M by string' and found as 'M by Guid'")]
    [InlineData("public (int, string) Pair { get; init; }", "public (int, int) Pair { get; init; }", "'Pair[1]' is locked as 'S string' and found as 'N int'")]
    [InlineData("public int Total { get; init; }",
        "[Converter<Hex>] public int Total { get; init; }", "'Total' is locked as 'N int' and found as 'S string through Hex'")]
    [InlineData("public int Total { get; init; }",
        "[Converter<EpochTime>] public int Total { get; init; }", "'Total' is locked as 'N int' and found as 'N long through EpochTime'")]
    [InlineData("public required Address To { get; init; }",
        "public required Village To { get; init; }", "'To.Zip' is locked as 'S string' and no longer there; keep it, or accept the loss by \"dropped S string\" in the lock")]
    [InlineData("public Address? To { get; init; }", "public Parish? To { get; init; }",
        "'To.Priest' is not locked and found as 'S string required', but items of version 1 lack it; make it nullable or give it a default")]
    [InlineData("public Payment? By { get; init; }", "public Transfer? By { get; init; }", "'By<bill>' is locked as 'M' and no longer there")]
    [InlineData("public Payment? By { get; init; }",
        "public Means? By { get; init; }", "'By' is locked as 'M of the type in kind' and found as 'M of the type in type'")]
    [InlineData("public string? Note { get; init; }", "", "'Note' is locked as 'S string' and no longer there; keep it, or accept the loss by \"dropped S string\" in the lock")]
    [InlineData("public string? Note { get; init; }", "public string? Remark { get; init; }",
        "'Note' is locked as 'S string' and no longer there; if 'Remark' is its new name, keep the old one in items by [AttributeName(\"Note\")], or raise Version to 2 and add [Upcast(from: 1, nameof(Remark), StoredAs = \"Note\")]; if not, accept the loss by \"dropped S string\" in the lock")]
    [InlineData("", "public required string Note { get; init; }",
        "'Note' is not locked and found as 'S string required', but items of version 1 lack it; make it nullable or give it a default")]
    [InlineData("public string? Note { get; init; }", "public required string Note { get; init; }",
        "'Note' is locked as 'S string' and found as 'S string required', but items may lack it; make it nullable")]
    [InlineData("public List<int?> Sizes { get; init; } = [];",
        "public List<int> Sizes { get; init; } = [];", "'Sizes[]' is locked as 'N int or null' and found as 'N int'")]
    [InlineData("public string?[] Names { get; init; } = [];",
        "public string[] Names { get; init; } = [];", "'Names[]' is locked as 'S string or null' and found as 'S string'")]
    [InlineData("public Dictionary<string, Address?> By { get; init; } = [];",
        "public Dictionary<string, Address> By { get; init; } = [];", "'By.*' is locked as 'M or null' and found as 'M'")]
    [InlineData("public (int?, string) Pair { get; init; }",
        "public (int, string) Pair { get; init; }", "'Pair[0]' is locked as 'N int or null' and found as 'N int'")]
    public async Task Change_that_stored_items_do_not_survive_is_an_error(string before, string after, string message)
    {
        var reports = await LockedSource.Reports(LockedSource.Order(before) + Types, LockedSource.Order(after) + Types);
        Assert.StartsWith("DG7001: 'Order' no longer reads what is stored: attribute " + message, Assert.Single(reports), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "public string? Note { get; init; }", "attribute 'Note' as 'S string'")]
    [InlineData("", "public int Total { get; init; }", "attribute 'Total' as 'N int'")]
    [InlineData("public int Total { get; init; }", "public long Total { get; init; }", "attribute 'Total' as 'N long'")]
    [InlineData("public int Total { get; init; }", "public decimal Total { get; init; }", "attribute 'Total' as 'N decimal'")]
    [InlineData("public HashSet<int> Sizes { get; init; } = [];", "public HashSet<long> Sizes { get; init; } = [];", "attribute 'Sizes' as 'NS long'")]
    [InlineData("public Status Status { get; init; }", "public Wider Status { get; init; }", "attribute 'Status' as 'S enum Open, Shipped, Lost'")]
    [InlineData("public required string Note { get; init; }", "public string? Note { get; init; }", "attribute 'Note' as 'S string'")]
    [InlineData("public Address? To { get; init; }", "public Town? To { get; init; }", "attribute 'To.Country' as 'S string'")]
    [InlineData("public Transfer? By { get; init; }", "public Payment? By { get; init; }", "attribute 'By<bill>' as 'M'")]
    [InlineData("", "public Parish? To { get; init; }", "attribute 'To' as 'M'")]
    [InlineData("public List<int> Sizes { get; init; } = [];", "public List<int?> Sizes { get; init; } = [];", "attribute 'Sizes[]' as 'N int or null'")]
    [InlineData("public List<int?> Sizes { get; init; } = [];", "public List<long?> Sizes { get; init; } = [];", "attribute 'Sizes[]' as 'N long or null'")]
    public async Task Change_that_stored_items_survive_is_only_to_be_recorded(string before, string after, string message)
    {
        var reports = await LockedSource.Reports(LockedSource.Order(before) + Types, LockedSource.Order(after) + Types);
        Assert.Equal($"DG7003: 'Order' is not in dynamogen.lock.json as it is declared: {message}; update the lock", Assert.Single(reports));
    }

    [Theory]
    [InlineData("public string? Note { get; init; }", "[AttributeName(\"Note\")] public string? Remark { get; init; }")]
    [InlineData("public int Number { get; init; }", "public OrderNumber Number { get; init; }")]
    [InlineData("public List<int> Sizes { get; init; } = [];", "public int[] Sizes { get; init; } = [];")]
    [InlineData("public byte[]? Image { get; init; }", "public ReadOnlyMemory<byte>? Image { get; init; }")]
    [InlineData("", "[Ignore] public string? Note { get; init; }")]
    [InlineData("", "public string Upper => Id.ToUpperInvariant();")]
    [InlineData("public string? A { get; init; } public string? B { get; init; }", "public string? B { get; init; } public string? A { get; init; }")]
    public async Task Change_that_stores_the_same_is_left_alone(string before, string after) =>
        Assert.Empty(await LockedSource.Reports(LockedSource.Order(before) + Types, LockedSource.Order(after) + Types));

    [Fact]
    public async Task Report_stands_at_the_property()
    {
        var source = LockedSource.Order("public required string Total { get; init; }");
        var report = Assert.Single(await LockedSource.Diagnose(LockedSource.LockOf(LockedSource.Order("public required int Total { get; init; }")), source));
        Assert.Equal("Total", report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Each_broken_attribute_is_reported()
    {
        var reports = await LockedSource.Reports(
            LockedSource.Order("public int A { get; init; } public int B { get; init; } public int C { get; init; }"),
            LockedSource.Order("public string? A { get; init; } public bool B { get; init; } public int C { get; init; } public int D { get; init; }"));
        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.StartsWith("DG7001", report, StringComparison.Ordinal));
    }
}
