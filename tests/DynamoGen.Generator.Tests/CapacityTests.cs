namespace DynamoGen.Generator.Tests;

/// <summary>What an access pattern takes of the capacity, and may take, is in its description.</summary>
public sealed class CapacityTests
{
    private const string Source = """
        namespace Shop;
        [Table("carts")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("keys", PartitionKey = "gsi2pk", SortKey = "gsi2sk", Projection = IndexProjection.KeysOnly)]
        public sealed partial class T;
        [Entity<T>] [WriteBudget(5)] [Key("CART#{Id}", "LINE#{Nr}")] [Key("gsi1", "BY#{Who}", "{Nr}", Shards = 3)] [Key("keys", "KEY#{Who}", "{Nr}")]
        public sealed partial record Cart(int Id, int Nr, string Who);
        [Repository<Cart>]
        public partial interface ICarts
        {
            [CapacityBudget(0.5)] ValueTask<Cart?> Get(int id, int nr);
            [ConsistentRead] ValueTask<Cart?> GetNow(int id, int nr);
            [Index("gsi1"), CapacityBudget(10)] IAsyncEnumerable<Cart> Of(string who);
            [Index("gsi1")] IAsyncEnumerable<Cart> OfAll(string[] who);
            [Index("keys"), Hydrate] IAsyncEnumerable<Cart> Whole(string who);
            [AllowScan("why"), CapacityBudget(1000)] IAsyncEnumerable<Cart> ScanAll(int segments);
            ValueTask Put(Cart cart);
            ValueTask PutMany(IEnumerable<Cart> carts);
        }
        """;

    [Theory]
    [InlineData("Get", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(0.5, 0.5), CapacityBudget = 0.5 };")]
    [InlineData("GetNow", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(1, 1) };")]
    [InlineData("Of", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(1.5, null), CapacityBudget = 10 };")]
    [InlineData("OfAll", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(1.5, null) };")]
    [InlineData("Whole", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(0.5, null) };")]
    [InlineData("ScanAll", "{ CapacityBudget = 1000 };")]
    [InlineData("Put", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(1, 5), CapacityBudget = 5 };")]
    [InlineData("PutMany", "Estimate = new global::DynamoGen.Schema.CapacityEstimate(1, 5), CapacityBudget = 5 };")]
    public void Is_in_the_description_of_its_requests(string pattern, string set)
    {
        var line = Assert.Single(Lines($"\"ICarts.{pattern}\""), line => !line.Contains("BatchGetItem", StringComparison.Ordinal));

        Assert.EndsWith(set, line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_query_then_reads_from_the_table_has_an_estimate_of_its_own() => Assert.EndsWith(
        "Estimate = new global::DynamoGen.Schema.CapacityEstimate(0.5, 0.5) };",
        Assert.Single(Lines("\"ICarts.Whole\""), line => line.Contains("BatchGetItem", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string name) => GeneratorRun.Of(Source).Generated["Shop.ICarts.g.cs"]
        .Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Contains(name, StringComparison.Ordinal));
}
