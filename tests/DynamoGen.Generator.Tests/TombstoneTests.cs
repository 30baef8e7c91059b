using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Deletes that let their item expire, so that it keeps its stamps.</summary>
public sealed class TombstoneTests
{
    private const string Model = """
        using DynamoGen.Regions.Conflicts;
        using DynamoGen.Streams;
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("orders", TimeToLive = "Until", Stream = StreamView.NewAndOldImages)]
        [GlobalIndex("status", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>]
        [Key("ORDER#{Id}", "ORDER")]
        [Key("status", "STATUS#{Status}", "{Id}")]
        public sealed partial record Order(int Id, string Status)
        {
            [TimeToLive] public DateTimeOffset? Until { get; init; }
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
            [UpdatedRegion] public string? UpdatedIn { get; init; }
            [LineageMark] public string? Mark { get; init; }
            [LineageBase] public string? BasedOn { get; init; }
        }

        [Repository<Order>]
        public partial interface IOrders
        {
            [Tombstone] ValueTask<bool> Delete(int id);
            [Tombstone] ValueTask DeleteOrder(Order order);
            [Tombstone] ValueTask<Order?> DeleteReturning(int id);
            [Tombstone, Condition("Status = {status}")] ValueTask<WriteOutcome> DeleteIn(int id, string status);
            [Tombstone, Condition("Status = 'Open'")] ValueTask DeleteOpen(int id);
            [Tombstone, Idempotent] ValueTask<bool> DeleteOnce(int id);
            [Tombstone] ValueTask<Response<bool>> DeleteDetailed(int id);
            [Tombstone] WriteAction DeleteAction(int id);
            [Delete, Tombstone] Task Purge(int id, CancellationToken cancellationToken);
        }

        [StreamHandler<OrderTable>]
        public sealed partial class Conflicts
        {
            private ValueTask Conflicted(Order lost, Order won, ConflictContext context) => default;
        }
        """;

    private const string Locked = """
        using DynamoGen.Transactions;
        namespace Shop;
        [Table("carts", TimeToLive = "Until")] public sealed partial class CartTable;
        [Entity<CartTable>(Version = 2)] [Key("CART#{Id}", "CART")]
        public sealed partial record Cart(int Id, [property: TimeToLive] DateTime? Until)
        {
            [OptimisticLock] public long Count { get; init; }
            public int Size { get; init; }
            [Upcast(1, nameof(Size))] private static int SizeOf(string size) => size.Length;
        }

        """;

    [Theory]
    [InlineData("Shop.IOrders")]
    [InlineData("Shop.Conflicts")]
    public void Generated_code_is_as_committed(string name) =>
        Snapshot.Matches(GeneratorRun.Of(Model).Generated[name + ".g.cs"], "Tombstones." + name);

    [Fact]
    public void Generated_code_compiles() => Design.Compiles(GeneratorRun.Of(Model));

    [Theory]
    [InlineData("[Tombstone] ValueTask Delete(Cart cart);")]
    [InlineData("[Tombstone] ValueTask<bool> Delete(int id, long count);")]
    [InlineData("[Tombstone] WriteAction DeleteAction(Cart cart);")]
    public void A_lock_and_an_older_version_are_minded(string method)
    {
        var run = GeneratorRun.Of(Locked + $"[Repository<Cart>] public partial interface ICarts {{ {method} }}");

        Design.Compiles(run);
        var code = run.Generated["Shop.ICarts.g.cs"];
        Assert.Contains("Lock: \"Count\"", code, StringComparison.Ordinal);
        Assert.Contains("VersionedAttributes", code, StringComparison.Ordinal);
        Assert.DoesNotContain("UnlessAbsentAsync", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cart", "[Tombstone] ValueTask Delete(int id);", "without knowing what it deletes")]
    [InlineData("Plain", "[Tombstone] ValueTask Delete(int id);", "'Plain' has no [TimeToLive]")]
    [InlineData("User", "[Tombstone] ValueTask Delete(User user);", "the unique values that 'User' has")]
    [InlineData("Plain", "[Tombstone] ValueTask DeleteMany(IEnumerable<Plain.PrimaryKey> keys);", "BatchWriteItem does not update")]
    [InlineData("Plain", "[Tombstone, Update(\"SET Size = 1\")] ValueTask Shrink(int id);", "[Tombstone] means nothing to an update")]
    [InlineData("Dated", "[Tombstone] ValueTask Delete(int id, DateTimeOffset until);", "which is part of the primary key")]
    public void What_cannot_expire_is_refused(string entity, string method, string reason)
    {
        var run = GeneratorRun.Of(Locked + $$"""
            [Entity<CartTable>] [Key("PLAIN#{Id}", "PLAIN")] public sealed partial record Plain(int Id, int? Size);
            [Entity<CartTable>] [Key("DATED#{Id}", "{Until:yyyyMMdd}")] public sealed partial record Dated(int Id, [property: TimeToLive] DateTimeOffset Until);
            [Entity<CartTable>] [Key("USER#{Id}", "USER")] [Unique("MAIL#{Mail}")]
            public sealed partial record User(int Id, string Mail, [property: TimeToLive] DateTimeOffset? Until);
            [Repository<{{entity}}>] public partial interface IThings { {{method}} }
            """);

        var problem = Assert.Single(Design.Problems(run));
        Assert.Contains(reason, string.Join(", ", problem.Arguments), StringComparison.Ordinal);
        Assert.Contains(problem.Rule, new[] { DeclarationRule.PatternShape, DeclarationRule.Expression });
    }
}
