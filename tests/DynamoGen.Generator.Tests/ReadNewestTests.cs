using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Where a read finds the newest version of its item follows from which regions write the table.</summary>
public sealed class ReadNewestTests
{
    private const string Stamps = """
        [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
        [UpdatedRegion] public string? UpdatedIn { get; init; }
        """;

    private const string Marks = """
        [LineageMark] public string? Mark { get; init; }
        [LineageBase] public string? BasedOn { get; init; }
        """;

    private const string Newest = "[ReadNewest] ValueTask<Order?> Get(string home, int id);";

    [Fact]
    public void Generated_code_is_as_committed()
    {
        var run = Design.Compiles(GeneratorRun.Of(Model("[AnyRegion]", Stamps + Marks, Newest + """
             [ReadNewest(Partial = true)] Task<OrderStatus?> GetStatus(string home, int id);
             [ReadNewest] ValueTask<Response<Order?>> GetDetailed(string home, int id, CancellationToken cancellationToken);
            """)));

        Snapshot.Matches(run.Generated["Shop.IOrders.g.cs"], "ReadNewest.Shop.IOrders");
    }

    [Theory]
    [InlineData("[AnyRegion]", "context.GetNewestItemAsync<global::Shop.Order, ")]
    [InlineData("[OneRegion(\"eu-west-1\")]", "context.ReadIn(GetPattern).GetItemAsync<global::Shop.Order, ")]
    [InlineData("[HomeRegion(\"Home\")]", "context.ReadIn(GetPattern, home).GetItemAsync<global::Shop.Order, ")]
    public void The_regions_that_write_are_asked(string writes, string call)
    {
        var code = Design.Compiles(GeneratorRun.Of(Model(writes, Stamps, Newest))).Generated["Shop.IOrders.g.cs"];

        Assert.Contains(call, code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_regions_agree_is_read_where_the_client_is()
    {
        var code = Design.Compiles(GeneratorRun.Of(
            Model("", "", Newest, "Consistency = TableConsistency.Strong", "[Replica(\"us-west-2\", IsWitness = true)]"))).Generated["Shop.IOrders.g.cs"];

        Assert.Contains("consistentRead: true", code, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadIn", code, StringComparison.Ordinal);
        Assert.Contains("Estimate = new global::DynamoGen.Schema.CapacityEstimate(1, 1)", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[AnyRegion]", "CapacityEstimate(2, 2)")]
    [InlineData("[OneRegion(\"eu-west-1\")]", "CapacityEstimate(1, 1)")]
    public void Each_region_that_is_asked_costs_a_consistent_read(string writes, string estimate) => Assert.Contains(
        estimate, Design.Compiles(GeneratorRun.Of(Model(writes, Stamps, Newest))).Generated["Shop.IOrders.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("[UpdatedAt] public DateTimeOffset At { get; init; }", "=> left.At.CompareTo(right.At)")]
    [InlineData(
        "[UpdatedAt] public DateTime At { get; init; } [UpdatedRegion] public string? In { get; init; }",
        "=> left.At != right.At ? left.At.CompareTo(right.At) : string.CompareOrdinal(left.In, right.In)")]
    public void Versions_are_compared_by_their_stamps(string stamps, string order) => Assert.Contains(
        order, Design.Compiles(GeneratorRun.Of(Model("[AnyRegion]", stamps, Newest))).Generated["Shop.IOrders.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("", "[ReadNewest] ValueTask<Order?> Get(string home, int id);", "give 'Order' a property with [UpdatedAt]")]
    [InlineData(Stamps, "[ReadNewest] ValueTask<OrderNote?> Get(string home, int id);", "by 'UpdatedAt', which what it reads does not have")]
    [InlineData(Stamps, "[ReadNewest, ConsistentRead] ValueTask<Order?> Get(string home, int id);", "leave [ConsistentRead] out")]
    [InlineData(Stamps, "[ReadNewest, Cached(9)] ValueTask<Order?> Get(string home, int id);", "[Cached] returns what was stored a while ago")]
    [InlineData(Stamps, "[ReadNewest] ValueTask<bool> Exists(string home, int id);", "[ReadNewest] means nothing to the question")]
    [InlineData(Stamps, "[ReadNewest] IAsyncEnumerable<Order> Of(string home, int id);", "[ReadNewest] means nothing to a Query")]
    [InlineData(Stamps, "[ReadNewest] DynamoGen.Transactions.ReadAction<Order> GetAction(string home, int id);", "a transaction reads in one region")]
    [InlineData(Stamps, "[ReadNewest] ValueTask Put(Order order);", "a write goes where the table says")]
    public void What_cannot_tell_the_newest_is_refused(string stamps, string method, string reason) => Refused(Model("[AnyRegion]", stamps, method), reason);

    [Theory]
    [InlineData("[OneRegion(\"eu-west-1\")]", "[ReadNewest(Partial = true)] ValueTask<Order?> Get(string home, int id);", "where one region has the newest")]
    [InlineData("[HomeRegion(\"Note\")]", Newest, "'Note', which names it, is no part of the partition key")]
    public void What_one_region_has_is_refused_elsewhere(string writes, string method, string reason) => Refused(Model(writes, Stamps, method), reason);

    [Fact]
    public void A_table_of_one_region_has_no_newest() => Refused(
        Model("", Stamps, Newest).Replace("[Replica(\"us-east-1\")] [Replica(\"eu-west-1\")]", ""), "a table that is in one region");

    private static void Refused(string model, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(model)));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Model(
        string writes, string stamps, string methods, string consistency = "Stream = StreamView.NewAndOldImages", string replica = "") => $$"""
        namespace Shop;

        [Table("orders", {{consistency}})]
        [Replica("us-east-1")] [Replica("eu-west-1")] {{replica}}
        {{writes}}
        public sealed partial class OrderTable;

        [Entity<OrderTable>]
        [Key("{Home}#{Id}", "ORDER")]
        public sealed partial record Order(string Home, int Id, string Note)
        {
            {{stamps}}
        }

        {{(stamps.Contains("[UpdatedAt]", StringComparison.Ordinal) && methods.Contains("OrderStatus", StringComparison.Ordinal)
            ? "[Projection<Order>] public sealed partial record OrderStatus(string Note, DateTimeOffset UpdatedAt);" : "")}}
        [Projection<Order>]
        public sealed partial record OrderNote(string Note);

        [Repository<Order>]
        public partial interface IOrders
        {
            {{methods}}
        }
        """;
}
