using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>What each write says of its region and of the version that it was based on.</summary>
public sealed class RegionStampTests
{
    private const string Model = """
        using DynamoGen.Regions.Conflicts;
        using DynamoGen.Streams;
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("orders", Stream = StreamView.NewAndOldImages)]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>]
        [Key("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(int Id, string Status)
        {
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
            [UpdatedRegion] public string? UpdatedIn { get; init; }
            [LineageMark] public string? Mark { get; init; }
            [LineageBase] public string? BasedOn { get; init; }
        }

        [Repository<Order>]
        public partial interface IOrders
        {
            ValueTask<Order?> Get(int id);
            ValueTask<Order> Put(Order order);
            ValueTask Create(Order order);
            ValueTask PutMany(IEnumerable<Order> orders);
            WriteAction PutAction(Order order);
            [Update("SET Status = {status}")] ValueTask UpdateStatus(int id, string status);
            [Update("SET Status = {status}")] WriteAction UpdateStatusAction(int id, string status);
            [Update("SET Status = {status}")] ValueTask<Order> UpsertStatus(int id, string status);
            ValueTask Delete(int id);
        }

        [StreamHandler<OrderTable>]
        public sealed partial class Conflicts
        {
            private ValueTask Conflicted(Order lost, Order won, ConflictContext context, CancellationToken cancellationToken) => default;
        }
        """;

    [Theory]
    [InlineData("Shop.IOrders")]
    [InlineData("Shop.Conflicts")]
    public void Generated_code_is_as_committed(string name) =>
        Snapshot.Matches(GeneratorRun.Of(Model).Generated[name + ".g.cs"], "RegionStamps." + name);

    [Theory]
    [InlineData("ValueTask Conflicted(Order lost, ConflictContext context) => default;", "take two entities")]
    [InlineData("ValueTask Conflicted(Plain lost, Plain won) => default;", "[LineageMark] and [LineageBase]")]
    [InlineData("ValueTask Modified(Order after, ConflictContext context) => default;", "'context' stands for nothing")]
    public void A_handler_of_lost_updates_that_cannot_be_called_is_refused(string method, string reason)
    {
        var run = GeneratorRun.Of(Model + $$"""
            [Entity<OrderTable>] [Key("PLAIN#{Id}", "PLAIN")] public sealed partial record Plain(int Id);
            [StreamHandler<OrderTable>] public sealed partial class Others { {{method}} }
            """);

        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.StreamHandler, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_code_compiles() => Design.Compiles(GeneratorRun.Of(Model));

    [Theory]
    [InlineData("[UpdatedRegion] public int In { get; init; }", "it must be a string")]
    [InlineData("[LineageMark] public string? Mark { get; init; }", "an entity has it together with [LineageBase]")]
    [InlineData("[LineageBase] public string? Base { get; init; }", "an entity has it together with [LineageMark]")]
    [InlineData("[LineageMark] public string Mark { get; init; } = \"\"; [LineageBase] public string? Base { get; init; }", "it must be a string?")]
    [InlineData(
        "[LineageMark] public string? A { get; init; } [LineageMark] public string? B { get; init; } [LineageBase] public string? Base { get; init; }",
        "only one property of an entity can be")]
    public void What_cannot_be_stamped_is_refused(string property, string reason)
    {
        var model = Model[..Model.IndexOf("[Entity<OrderTable>]", StringComparison.Ordinal)] + $$"""
            [Entity<OrderTable>]
            [Key("ORDER#{Id}", "ORDER")]
            public sealed partial record Order(int Id, string Status)
            {
                {{property}}
            }
            """;

        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(model)));
        Assert.Equal(DeclarationRule.StorageForm, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }
}
