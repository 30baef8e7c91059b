using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

/// <summary>Traffic of several entities, of an index that is read or not, and of a single item.</summary>
public sealed class SharedTrafficTests
{
    [Fact]
    public async Task The_traffic_of_entities_with_one_constant_key_adds_up()
    {
        const string Keys = """
            [Entity<T>, Traffic(WritesPerSecond = 300)] [Key("A#{Id}", "A"), Key("gsi1", {|DG2003:"ALL"|}, "{Id}")] public sealed partial record A(string Id);
            [Entity<T>, Traffic(WritesPerSecond = 200)] [Key("B#{Id}", "B"), Key("gsi1", {|DG2003:"ALL"|}, "{Id}")] public sealed partial record B(string Id);
            [Entity<T>, Traffic(WritesPerSecond = 100)] [Key("C#{Id}", "C"), Key("gsi1", {|DG2003:"ALL"|}, "{Id}")] public sealed partial record C(string Id);
            """;
        await Reports(Keys);

        var plain = Keys.Replace("{|DG2003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        var said = await Diagnosis.Of<PartitionKeyAnalyzer>(Source(plain));
        Assert.All(said, diagnostic => Assert.Contains("the declared traffic of 3 entities comes to 600 WCU and 0 RCU",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Key(\"gsi1\", \"OTHER\", \"{Id}\")")]
    [InlineData("Key(\"gsi2\", \"ALL\", \"{Id}\")")]
    [InlineData("Key(\"gsi1\", \"ALL\", \"{Id}\", Shards = 2)")]
    public Task That_of_others_with_another_key_does_not(string other) => Reports($$"""
        [Entity<T>, Traffic(WritesPerSecond = 300)] [Key("A#{Id}", "A"), Key("gsi1", "ALL", "{Id}")] public sealed partial record A(string Id);
        [Entity<T>, Traffic(WritesPerSecond = 300)] [Key("B#{Id}", "B"), {{other}}] public sealed partial record B(string Id);
        """);

    [Fact]
    public Task An_older_version_of_an_entity_has_no_traffic_of_its_own() => Reports("""
        [Entity<T>(Name = "A", Version = 2), Traffic(WritesPerSecond = 300)] [Key("A#{Id}", "A"), Key("gsi1", "ALL", "{Id}")]
        public sealed partial record A(string Id);
        [Entity<T>(Name = "A"), Traffic(WritesPerSecond = 300)] [Key("A#{Id}", "A"), Key("gsi1", "ALL", "{Id}")]
        public sealed partial record AV1(string Id);
        """);

    [Theory]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<A> All();", true)]
    [InlineData("ValueTask<A?> Get(string id);", false)]
    [InlineData("[Index(\"gsi2\")] IAsyncEnumerable<A> All();", false)]
    public Task Reads_meet_an_index_that_a_pattern_reads(string pattern, bool isHot) => Reports($$"""
        [Entity<T>, Traffic(ReadsPerSecond = 2000)]
        [Key("A#{Id}", "A"), Key("gsi1", {{(isHot ? "{|DG2003:\"ALL\"|}" : "\"ALL\"")}}, "{Id}"), Key("gsi2", "ALL#{Id}", "{Id}")]
        public sealed partial record A(string Id);
        [Repository<A>] public partial interface IA { {{pattern}} }
        """);

    [Fact]
    public Task They_may_meet_one_whose_repositories_are_elsewhere() => Reports("""
        [Entity<T>, Traffic(ReadsPerSecond = 2000)] [Key("A#{Id}", "A"), Key("gsi1", {|DG2003:"ALL"|}, "{Id}")] public sealed partial record A(string Id);
        """);

    [Theory]
    [InlineData("A#{Region}", "[Traffic(WritesPerSecond = 100000)]", "")]
    [InlineData("A#{Paid}", "[Traffic(WritesPerSecond = 100)]", "")]
    [InlineData("A#{Paid}", "[Traffic(WritesPerSecond = 5000)]", "DG2001")]
    public Task The_traffic_of_a_table_of_several_entities_acquits_and_does_not_convict(string key, string traffic, string rule) => Reports($$"""
        [Entity<T>] [Key({{(rule.Length > 0 ? $"{{|{rule}:\"{key}\"|}}" : $"\"{key}\"")}}, "{Id}")]
        public sealed partial record A(string Id, bool Paid, [property: Cardinality(150)] string Region);
        [Entity<T>] [Key("B#{Id}", "B")] public sealed partial record B(string Id);
        """, traffic);

    [Fact]
    public async Task What_it_says_then_is_not_the_traffic() => Assert.EndsWith(
        "so at most 2,000 WCU and 6,000 RCU a second together; add a placeholder with many values, such as an id",
        Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(Source("""
            [Entity<T>] [Key("A#{Paid}", "{Id}")] public sealed partial record A(string Id, bool Paid);
            [Entity<T>] [Key("B#{Id}", "B")] public sealed partial record B(string Id);
            """, "[Traffic(WritesPerSecond = 5000)]"))).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[Traffic(WritesPerSecond = 3000)]", true)]
    [InlineData("[Traffic(ReadsPerSecond = 1501)]", true)]
    [InlineData("[Traffic(WritesPerSecond = 500)]", false)]
    [InlineData("", false)]
    public Task A_single_item_is_hot_by_its_own_traffic(string traffic, bool isHot) => Reports($$"""
        [Entity<T>] {{traffic}} [Key({{(isHot ? "{|DG2003:\"COUNTER\"|}" : "\"COUNTER\"")}}, "ALL"), Key("gsi1", "ALL", "ALL")]
        public sealed partial record Counter(int Count);
        """, "[Traffic(WritesPerSecond = 100000)]");

    [Fact]
    public Task A_single_item_may_be_justified() => Reports("""
        [Entity<T>, Traffic(WritesPerSecond = 3000)] [Key("COUNTER", "ALL", LowCardinalityJustification = "A test of the limit")]
        public sealed partial record Counter(int Count);
        """);

    private static Task Reports(string declarations, string tableTraffic = "") => RuleTest<PartitionKeyAnalyzer>.Reports(Source(declarations, tableTraffic));

    private static string Source(string declarations, string tableTraffic = "") => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DynamoGen;
        [Table("t")] {{tableTraffic}}
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        public sealed partial class T;
        {{declarations}}
        """;
}
