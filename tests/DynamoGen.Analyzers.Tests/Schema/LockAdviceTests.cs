namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>Each message's advice is followed, and ends in a build that says nothing once the lock is updated.</summary>
public sealed class LockAdviceTests
{
    private const string Types = """
        public sealed record Address(string City, string? Zip);
        public sealed record Renamed(string City, string? Post);
        public sealed record Kept(string City, [property: AttributeName("Zip")] string? Post);
        public sealed record Stricter(string City, string? Zip, string Street);
        public sealed record Looser(string City, string? Zip, string? Street);
        [Polymorphic(Discriminator = "kind"), DerivedType<Card>("card")] public abstract record Payment;
        [Polymorphic(Discriminator = "type"), DerivedType<Slip>("card")] public abstract record OtherDiscriminator;
        [Polymorphic(Discriminator = "kind"), DerivedType<Bill>("card")] public abstract record SameDiscriminator;
        [Polymorphic(Discriminator = "kind"), DerivedType<Check>("check")] public abstract record OtherName;
        public sealed record Card(string Number) : Payment;
        public sealed record Slip(string Number) : OtherDiscriminator;
        public sealed record Bill(string Number) : SameDiscriminator;
        public sealed record Check(string Number) : OtherName;
        """;

    public static TheoryData<string, string, string, string, int> Advices => new()
    {
        { "public required int A { get; init; }", "public required string A { get; init; }",
            "raise Version to 2 and add [Upcast(from: 1, nameof(A))]",
            "public required string A { get; init; } [Upcast(from: 1, nameof(A))] private static string AsText(int stored) => stored.ToString();", 2 },
        { "public string? A { get; init; }", "public string? B { get; init; }", "keep the old one in items by [AttributeName(\"A\")]",
            "[AttributeName(\"A\")] public string? B { get; init; }", 1 },
        { "public string? A { get; init; }", "public string? B { get; init; }",
            "raise Version to 2 and add [Upcast(from: 1, nameof(B), StoredAs = \"A\")]",
            "public string? B { get; init; } [Upcast(from: 1, nameof(B), StoredAs = \"A\")] private static string? OfA(string? stored) => stored;", 2 },
        { "public Address? To { get; init; }", "public Renamed? To { get; init; }", "if 'To.Post' is its new name, keep the old one in items by [AttributeName(\"Zip\")]",
            "public Kept? To { get; init; }", 1 },
        { "public List<int> A { get; init; } = [];", "public List<string> A { get; init; } = [];",
            "raise Version to 2 and add [Upcast(from: 1, nameof(A))] that takes the whole of 'A' as it was",
            "public List<string> A { get; init; } = []; [Upcast(from: 1, nameof(A))] private static List<string> AsTexts(List<int> stored) => stored.ConvertAll(one => one.ToString());", 2 },
        { "public Payment? By { get; init; }", "public OtherDiscriminator? By { get; init; }", "keep [Polymorphic(Discriminator = \"kind\")]",
            "public SameDiscriminator? By { get; init; }", 1 },
        { "public Payment? By { get; init; }", "public OtherDiscriminator? By { get; init; }", "raise Version to 2 and add [Upcast(from: 1, nameof(By))]",
            "public OtherDiscriminator? By { get; init; } [Upcast(from: 1, nameof(By))] private static OtherDiscriminator? Of(Payment? stored) => null;", 2 },
        { "public Payment? By { get; init; }", "public OtherName? By { get; init; }",
            "if 'By<check>' is its new name, keep the old one in items by [DerivedType<...>(\"card\")]", "public SameDiscriminator? By { get; init; }", 1 },
        { "", "public required string A { get; init; }", "make it nullable or give it a default", "public string A { get; init; } = \"\";", 1 },
        { "", "public required string A { get; init; }", "make it nullable or give it a default", "public string? A { get; init; }", 1 },
        { "public string? A { get; init; }", "public required string A { get; init; }", "make it nullable", "public string? A { get; init; }", 1 },
        { "public int A { get; init; } = 4;", "public required int A { get; init; }", "let it not be required, and mean 4 where it is absent",
            "public int A { get; init; } = 4;", 1 },
        { "public Address? To { get; init; }", "public Stricter? To { get; init; }", "make it nullable or give it a default", "public Looser? To { get; init; }", 1 },
        { "public DateOnly? A { get; init; }", "public DateOnly A { get; init; }", "keep what its absence means", "public DateOnly? A { get; init; }", 1 },
    };

    public static TheoryData<string, string, string> Acceptances => new()
    {
        { "public string? A { get; init; }", "", "\"A\": \"S string = null\"" },
        { "public required List<Address> A { get; init; }", "", "\"A\": \"L required\"" },
        { "public Address? To { get; init; }", "public Renamed? To { get; init; }", "\"To.Zip\": \"S string = null\"" },
        { "public Payment? By { get; init; }", "public OtherName? By { get; init; }", "\"By<card>\": \"M\"" },
        { "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "", "\"*\": \"unknown attributes\"" },
    };

    [Theory, MemberData(nameof(Advices))]
    public async Task Advice_leads_to_a_build_that_says_nothing(string before, string broken, string advice, string followed, int version)
    {
        var locked = LockedSource.LockOf(LockedSource.Order(before) + Types);
        Assert.Contains(advice, Assert.Single(await LockedSource.ReportsWith(locked, LockedSource.Order(broken) + Types)), StringComparison.Ordinal);
        await SaysNothing(locked, LockedSource.Order(followed).Replace("[Entity<Shop>]", $"[Entity<Shop>(Version = {version})]") + Types);
    }

    /// <summary>The message says what the line of the lock becomes.</summary>
    [Theory, MemberData(nameof(Acceptances))]
    public async Task Line_of_the_lock_accepts_a_loss(string before, string after, string line)
    {
        var source = LockedSource.Order(after) + Types;
        var locked = LockedSource.LockOf(LockedSource.Order(before) + Types);
        Assert.Contains(line, locked, StringComparison.Ordinal);
        var report = Assert.Single(await LockedSource.ReportsWith(locked, source));
        var start = report.IndexOf("accept the loss by \"", StringComparison.Ordinal) + "accept the loss by ".Length;
        var dropped = report[start..(report.IndexOf('"', start + 1) + 1)];
        await SaysNothing(locked.Replace(line, line[..(line.IndexOf(": ", StringComparison.Ordinal) + 2)] + dropped), source);
    }

    [Theory]
    [InlineData("public sealed record Line(string Name) { [Upcast(from: 1, nameof(Name))] private static string Of(string stored) => stored; }")]
    [InlineData("public sealed record Line(string Name) : Part; public record Part { [Upcast(from: 1, \"Name\")] private static string Of(string stored) => stored; }")]
    public async Task Upcaster_that_would_never_run_is_an_error(string line)
    {
        const string Property = "public Line? Line { get; init; }";
        Assert.Contains("and would never run", Assert.Single(await LockedSource.Problems(LockedSource.Order(Property) + line)), StringComparison.Ordinal);
        Assert.Contains("and would never run",
            Assert.Single(await LockedSource.Problems(LockedSource.OrderVersion2(Property) + line)), StringComparison.Ordinal);
    }

    internal static async Task SaysNothing(string locked, string source)
    {
        Assert.Empty(await LockedSource.Problems(source));
        var reports = await LockedSource.ReportsWith(locked, source);
        Assert.DoesNotContain(reports, report => !report.StartsWith("DG7003", StringComparison.Ordinal));
        var updated = LockedSource.Updated(locked, source);
        Assert.Empty(await LockedSource.ReportsWith(updated, source));
        Assert.Equal(updated, LockedSource.Updated(updated, source));
    }
}
