using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Design;

public sealed class UnusedIndexTests
{
    private const string Entities = """
        [Entity<Shop>] [Key("ORDER#{OrderId}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{OrderId}")]
        sealed partial record Order(int OrderId, string CustomerId);
        [Entity<Shop>] [Key("BILL#{BillId}", "BILL")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{BillId}")]
        sealed partial record Bill(int BillId, string CustomerId);

        """;

    private const string MarkedTable = """
        [Table("shop")]
        [{|DG2020:GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")|}]
        sealed partial class Shop;

        """;

    [Fact]
    public Task Index_that_no_pattern_reads_is_reported() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of(MarkedTable + Entities + """
        [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(int orderId); ValueTask Put(Order order); }
        """));

    [Fact]
    public async Task Report_names_the_entities_that_pay()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of(MarkedTable.Replace("{|DG2020:", "").Replace("|}", "")
            + Entities
            + "[Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(int orderId); }"));
        Assert.Equal(
            "No access pattern reads index 'gsi1' of 'Shop', and each write of 'Bill', 'Order' pays for it; remove it, or declare the access pattern that it is for",
            Assert.Single(found).GetMessage());
    }

    [Fact]
    public Task Index_that_no_entity_is_in_is_reported() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), {|DG2020:LocalIndex("by-name", SortKey = "name")|}] sealed partial class Shop;
        [Entity<Shop>, Key("{Id}", "A")] sealed partial record Order(string Id);
        [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(string id); }
        """));

    [Theory]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Order> OfCustomer(string customerId);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<Order?> Latest(string customerId);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<OrdersOfCustomer?> All(string customerId);")]
    public Task Index_that_a_pattern_reads_is_left_alone(string pattern) => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of($$"""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{OrderId}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{OrderId}")]
        sealed partial record Order(int OrderId, string CustomerId);
        [ItemCollection] sealed record OrdersOfCustomer { public IReadOnlyList<Order> Orders { get; init; } = []; }
        [Repository<Order>] partial interface IOrders { {{pattern}} }
        """));

    [Fact]
    public Task Table_whose_repositories_are_elsewhere_is_left_alone() => RuleTest<DesignAnalyzer>.Reports(ShopSource.WithTable(Entities));

    [Fact]
    public Task Repository_that_cannot_be_read_keeps_the_rule_silent() => RuleTest<DesignAnalyzer>.Reports(ShopSource.WithTable(Entities + """
        [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(int orderId); [Index("gsi1")] IAsyncEnumerable<Order> OfCustomer(int customer); }
        """));

    [Fact]
    public Task Test_projects_are_left_alone() => RuleTest<DesignAnalyzer>.ReportsInTestProject(ShopSource.WithTable(Entities + """
        [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(int orderId); }
        """));

    [Fact]
    public async Task Index_of_a_public_table_in_a_library_is_only_a_note()
    {
        const string Source = """
            [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk")] public sealed partial class Shop;
            [Entity<Shop>, Key("{Id}", "A")] public sealed partial record Order(string Id);
            [Repository<Order>] public partial interface IOrders { ValueTask<Order?> Get(string id); }
            """;
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Assert.Single(await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of(Source))).Severity);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
            Assert.Single(await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of(Source.Replace("public sealed partial class Shop", "sealed partial class Shop")
                .Replace("public sealed partial record Order", "sealed partial record Order")
                .Replace("public partial interface", "partial interface")))).Severity);
    }

    [Fact]
    public Task Key_of_an_entity_that_is_never_read_in_the_index_is_reported() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{OrderId}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{OrderId}")]
        sealed partial record Order(int OrderId, string CustomerId);
        [Entity<Shop>] [Key("BILL#{BillId}", "BILL")] [{|DG2021:Key("gsi1", "MONTH#{Month}", "{BillId}")|}]
        sealed partial record Bill(int BillId, int Month);
        [Repository<Order>] partial interface IOrders { [Index("gsi1")] IAsyncEnumerable<Order> OfCustomer(string customerId); }
        [Repository<Bill>] partial interface IBills { ValueTask<Bill?> Get(int billId); }
        """));

    [Fact]
    public Task Key_of_an_entity_that_a_collection_reads_in_the_index_is_left_alone() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{OrderId}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
        sealed partial record Order(int OrderId, string CustomerId);
        [Entity<Shop>] [Key("BILL#{BillId}", "BILL")] [Key("gsi1", "CUSTOMER#{CustomerId}", "BILL#{BillId}")]
        sealed partial record Bill(int BillId, string CustomerId);
        [ItemCollection] sealed record Account { public IReadOnlyList<Order> Orders { get; init; } = []; public IReadOnlyList<Bill> Bills { get; init; } = []; }
        [Repository<Order>] partial interface IOrders { [Index("gsi1")] ValueTask<Account?> OfCustomer(string customerId); }
        [Repository<Bill>] partial interface IBills { ValueTask<Bill?> Get(int billId); }
        """));

    [Fact]
    public Task Key_of_an_entity_whose_repository_is_elsewhere_is_left_alone() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        """ + Entities + "[Repository<Order>] partial interface IOrders { [Index(\"gsi1\")] IAsyncEnumerable<Order> OfCustomer(string customerId); }").Replace("\"CUSTOMER#{CustomerId}\", \"{BillId}\"", "\"PAYER#{CustomerId}\", \"{BillId}\""));

    [Fact]
    public Task Key_of_several_attributes_is_reported_too() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop", SortKey = null), GlobalIndex("by-region", PartitionKeys = ["Region", "City"], SortKeys = ["Year"], SortKeyTypes = [KeyAttributeType.Number])] sealed partial class Shop;
        [Entity<Shop>, Key("ORDER#{Id}"), MultiAttributeKey("by-region")] sealed partial record Order(int Id, string Region, string City, int Year);
        [Entity<Shop>, Key("BILL#{Id}"), {|DG2021:MultiAttributeKey("by-region")|}] sealed partial record Bill(int Id, string Region, string City, int Year);
        [Repository<Order>] partial interface IOrders { [Index("by-region")] IAsyncEnumerable<Order> {|DG3022:In|}(string region, string city); }
        [Repository<Bill>] partial interface IBills { ValueTask<Bill?> Get(int id); }
        """));

    [Fact]
    public Task Class_of_an_older_version_is_not_reported_beside_the_current_one() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        [Entity<Shop>(Version = 2)] [Key("ORDER#{Id}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{Id}")]
        sealed partial record Order(int Id, string CustomerId) { [Upcast(1, nameof(CustomerId))] private static string Same(string stored) => stored; }
        [Entity<Shop>(Name = "Order")] [Key("ORDER#{Id}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{Id}")]
        sealed partial record OrderVersion1(int Id, string CustomerId);
        [Repository<Order>] partial interface IOrders { [Index("gsi1")] IAsyncEnumerable<Order> OfCustomer(string customerId); }
        [Repository<OrderVersion1>] partial interface IOldOrders { ValueTask Put(OrderVersion1 order); }
        """));
}
