using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Design;

public sealed class BudgetTests
{
    private const string Entity = """
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk"), GlobalIndex("gsi2", PartitionKey = "gsi2pk")] sealed partial class Shop;
        [Entity<Shop>, Key("ORDER#{Id}", "ORDER"), Key("gsi1", "CUSTOMER#{CustomerId}", "{Id}"), Key("gsi2", "DAY#{Day}", null, Shards = 8)BUDGET]
        sealed partial record Order(int Id, string CustomerId, DateOnly Day);

        """;

    [Theory]
    [InlineData("[CapacityBudget(0.5)] ValueTask<Order?> Get(int id);")]
    [InlineData("[CapacityBudget(reads: 0.25)] ValueTask<Order?> {|DG3024:Get|}(int id);")]
    [InlineData("[ConsistentRead, CapacityBudget(0.5)] ValueTask<Order?> {|DG3024:Get|}(int id);")]
    [InlineData("[ConsistentRead, CapacityBudget(1)] ValueTask<Order?> Get(int id);")]
    [InlineData("[CapacityBudget(1)] ReadAction<Order> {|DG3024:Get|}(int id);")]
    [InlineData("[Index(\"gsi2\"), CapacityBudget(3.5)] IAsyncEnumerable<Order> {|DG3024:OfDay|}(DateOnly day);")]
    [InlineData("[Index(\"gsi2\"), CapacityBudget(4)] IAsyncEnumerable<Order> OfDay(DateOnly day);")]
    [InlineData("[AllowScan(\"a report\"), CapacityBudget(1000)] IAsyncEnumerable<Order> {|DG3024:All|}();")]
    public Task A_read_keeps_to_its_budget(string pattern) => Reports(string.Empty, pattern);

    [Theory]
    [InlineData(5, "ValueTask Put(Order order);")]
    [InlineData(4, "ValueTask {|DG4021:Put|}(Order order);")]
    [InlineData(3, "ValueTask<bool> Create(Order order);")]
    [InlineData(2, "ValueTask<bool> {|DG4021:Create|}(Order order);")]
    [InlineData(1, "ValueTask<Order?> Get(int id);")]
    public Task A_write_keeps_to_the_budget_of_its_entity(int budget, string pattern) => Reports($", WriteBudget({budget})", pattern);

    [Fact]
    public async Task Both_sides_are_named()
    {
        Assert.Equal(
            "'Get' takes 1 read capacity units at least, over its budget of 0.5: it is a GetItem, strongly consistent: 1 read capacity unit for each 4 KB of the item, "
                + "which has 115 bytes or more",
            await Message(string.Empty, "[ConsistentRead, CapacityBudget(0.5)] ValueTask<Order?> Get(int id);"));
        Assert.StartsWith(
            "'Put' takes up to 5 write capacity units, over the budget of 2 of 'Order': it is a PutItem: from 1 to 5 write capacity units for each KB of the item",
            await Message(", WriteBudget(2)", "ValueTask Put(Order order);"), StringComparison.Ordinal);
    }

    private static async Task<string> Message(string budget, string pattern) =>
        Assert.Single(await Diagnosis.Of<BudgetAnalyzer>(Source(budget, pattern))).GetMessage();

    private static Task Reports(string budget, string pattern) => RuleTest<BudgetAnalyzer>.Reports(Source(budget, pattern));

    private static string Source(string budget, string pattern) => ShopSource.Of(
        Entity.Replace("BUDGET", budget, StringComparison.Ordinal) + $"[Repository<Order>] partial interface IOrders {{ {pattern} }}");
}
