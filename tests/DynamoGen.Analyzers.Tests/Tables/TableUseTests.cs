using DynamoGen.Analyzers.Tables;
using DynamoGen.Analyzers.Tests.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Tables;

/// <summary>What shows only when all access patterns of a table are known.</summary>
public sealed class TableUseTests
{
    private const string Order = """
        [Entity<Shop>, Key("CUSTOMER#{CustomerId}", "ORDER#{Id}"), Key("by-date", "CUSTOMER#{CustomerId}", "{Day}")]
        sealed partial record Order(string CustomerId, int Id, DateOnly Day);

        """;

    [Theory]
    [InlineData("Purpose = TablePurpose.Transactional", "{|DG1032:All|}")]
    [InlineData("Purpose = TablePurpose.Analytics", "All")]
    [InlineData("TimeToLive = null", "All")]
    public Task A_scan_of_a_transactional_table_is_told(string setting, string name) => Reports($$"""
        [Table("shop", {{setting}})] sealed partial class Shop;
        [Entity<Shop>, Key("{Id}", "A")] sealed partial record Order(string Id);
        [Repository<Order>] partial interface IOrders { [AllowScan("a report")] IAsyncEnumerable<Order> {{name}}(); ValueTask<Order?> Get(string id); }
        """);

    [Theory]
    [InlineData("{|DG1034:LocalIndex(\"by-date\", SortKey = \"date\")|}", "[Index(\"by-date\")] IAsyncEnumerable<Order> OfCustomer(string customerId);")]
    [InlineData(
        "LocalIndex(\"by-date\", SortKey = \"date\")", "[Index(\"by-date\"), ConsistentRead] IAsyncEnumerable<Order> OfCustomer(string customerId);")]
    [InlineData("LocalIndex(\"by-date\", SortKey = \"date\")", "ValueTask<Order?> Get(string customerId, int id);")]
    public Task A_local_index_is_there_to_be_read_consistently(string index, string pattern) => Reports($$"""
        [Table("shop"), {{index}}] sealed partial class Shop;
        {{Order}}
        [Repository<Order>] partial interface IOrders { {{pattern}} }
        """);

    [Theory]
    [InlineData("{|DG1035:GlobalIndex(\"by-date\", PartitionKey = \"pk\", SortKey = \"date\")|}", true)]
    [InlineData("GlobalIndex(\"by-date\", PartitionKey = \"pk\", SortKey = \"date\")", false)]
    public Task A_global_index_with_the_partition_key_of_its_table_is_told(string index, bool isRead) => Reports($$"""
        [Table("shop"), {{index}}] sealed partial class Shop;
        [Entity<Shop>, Key("CUSTOMER#{CustomerId}", "ORDER#{Id}"), Key("by-date", "CUSTOMER#{CustomerId}", "{Day}")]
        sealed partial record Order(string CustomerId, int Id, DateOnly Day);
        [Repository<Order>] partial interface IOrders
        {
            {{(isRead ? "[Index(\"by-date\")] IAsyncEnumerable<Order> OfCustomer(string customerId);" : "ValueTask<Order?> Get(string customerId, int id);")}}
        }
        """);

    [Fact]
    public Task A_global_index_with_a_key_of_its_own_is_left_alone() => Reports("""
        [Table("shop"), GlobalIndex("by-date", PartitionKey = "day")] sealed partial class Shop;
        [Entity<Shop>, Key("CUSTOMER#{CustomerId}", "ORDER#{Id}"), Key("by-date", "{Day}", null)] sealed partial record Order(string CustomerId, int Id, DateOnly Day);
        [Repository<Order>] partial interface IOrders { [Index("by-date")] IAsyncEnumerable<Order> OfDay(DateOnly day); }
        """);

    [Theory]
    [InlineData("Traffic(ReadsPerSecond = 5000, WritesPerSecond = 100)", "ValueTask<Order?> {|DG1036:Get|}(string id);")]
    [InlineData("Traffic(ReadsPerSecond = 9000, WritesPerSecond = 900, AverageReadsPerSecond = 600)", "ValueTask<Order?> {|DG1036:Get|}(string id);")]
    [InlineData("Traffic(ReadsPerSecond = 5000, WritesPerSecond = 100)", "[Cached(10)] ValueTask<Order?> Get(string id);")]
    [InlineData("Traffic(ReadsPerSecond = 5000, WritesPerSecond = 100)", "[ConsistentRead] ValueTask<Order?> Get(string id);")]
    [InlineData("Traffic(ReadsPerSecond = 5000, WritesPerSecond = 600)", "ValueTask<Order?> Get(string id);")]
    [InlineData("Traffic(ReadsPerSecond = 300, WritesPerSecond = 1)", "ValueTask<Order?> Get(string id);")]
    public Task What_is_read_far_more_often_than_written_is_worth_a_cache(string traffic, string pattern) => Reports($$"""
        [Table("shop")] sealed partial class Shop;
        [Entity<Shop>, Key("{Id}", "A"), {{traffic}}] sealed partial record Order(string Id);
        [Repository<Order>] partial interface IOrders { {{pattern}} }
        """);

    [Fact]
    public async Task The_price_of_the_reads_is_named()
    {
        var found = await Diagnosis.Of<TableUseAnalyzer>(ShopSource.Of("""
            [Table("shop")] sealed partial class Shop;
            [Entity<Shop>, Key("{Id}", "A"), Traffic(ReadsPerSecond = 5000, WritesPerSecond = 100)] sealed partial record Order(string Id);
            [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(string id); }
            """));

        Assert.Equal(
            "'Order' is read 50 times as often as it is written, about USD 1,600 a month: [Cached] on 'Get', or DAX, answers what is read again without capacity",
            Assert.Single(found).GetMessage());
    }

    private static Task Reports(string declarations) => RuleTest<TableUseAnalyzer>.Reports(ShopSource.Of(declarations));
}
