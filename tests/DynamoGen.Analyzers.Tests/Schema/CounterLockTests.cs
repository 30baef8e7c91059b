namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>What the lock says of counters, each region of which has an attribute of its own.</summary>
public sealed class CounterLockTests
{
    private const string Both = "[RegionalCounter] public RegionalCount Views { get; init; }";
    private static readonly string[] Two = ["us-east-1", "eu-west-1"];
    private static readonly string[] Three = [.. Two, "ap-southeast-1"];

    [Fact]
    public void Each_region_has_a_line()
    {
        var text = LockedSource.LockOf(Source(Two, "[RegionalCounter(\"sa-east-1\"), AttributeName(\"v\")] public RegionalCount Views { get; init; }"));

        Assert.Equal(
            [.. Two.Append("sa-east-1").Order(StringComparer.Ordinal).Select(region => $"\"'v@{region}'\": \"N long omitting default\"")],
            text.Split('\n').Where(line => line.Contains('@')).Select(line => line.Trim().TrimEnd(',')));
        Assert.DoesNotContain("Views", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counter_that_stays_says_nothing() => Assert.Equal(string.Empty, await LockedSource.Verdict(Source(Two, Both), Source(Two, Both)));

    [Fact]
    public async Task A_region_that_comes_is_an_attribute_that_older_items_lack()
    {
        Assert.Equal("DG7003", await LockedSource.Verdict(Source(Two, Both), Source(Three, Both)));
        var updated = LockedSource.UpdatedLock(Source(Two, Both), Source(Three, Both));
        Assert.Equal(LockedSource.LockOf(Source(Three, Both)), updated);
    }

    [Fact]
    public async Task A_region_that_goes_takes_its_count_along_unless_the_counter_names_it()
    {
        Assert.Equal("DG7001", await LockedSource.Verdict(Source(Three, Both), Source(Two, Both)));
        var report = Assert.Single(await LockedSource.Reports(Source(Three, Both), Source(Two, Both)));
        Assert.Contains("Views@ap-southeast-1", report, StringComparison.Ordinal);
        Assert.Contains("is locked as 'N long' and no longer there", report, StringComparison.Ordinal);

        var former = "[RegionalCounter(\"ap-southeast-1\")] public RegionalCount Views { get; init; }";
        Assert.Equal(string.Empty, await LockedSource.Verdict(Source(Three, Both), Source(Two, former)));
    }

    [Fact]
    public async Task A_number_that_becomes_a_counter_loses_what_it_counted() => Assert.Equal(
        "DG7001", await LockedSource.Verdict(Source(Two, "public long Views { get; init; }"), Source(Two, Both)));

    [Fact]
    public async Task A_counter_in_items_of_an_older_version_is_the_same()
    {
        var second = Source(Two, Both + " public required string Title { get; init; }"
            + " [Upcast(from: 1, nameof(Title), StoredAs = \"Name\")] private static string TitleOf(string name) => name;", version: 2);

        Assert.Empty(await LockedSource.Problems(second));
        Assert.Equal("DG7003", await LockedSource.Verdict(Source(Two, Both + " public required string Name { get; init; }"), second));
        var earlier = LockedSource.LockOf(second).Split("\"earlier\"")[1];
        Assert.Contains("\"Name\"", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("Views", earlier, StringComparison.Ordinal);
    }

    private static string Source(string[] regions, string properties, int version = 1) => $$"""
        [Table("pages", Stream = StreamView.NewAndOldImages)]
        {{string.Concat(regions.Select(region => $"[Replica(\"{region}\")]"))}}
        public sealed partial class Pages;

        [Entity<Pages>(Version = {{version}})]
        [Key("PAGE#{Path}", "PAGE")]
        public sealed partial record Page
        {
            public required string Path { get; init; }
            [UpdatedRegion] public string? UpdatedIn { get; init; }
            {{properties}}
        }
        """;
}
