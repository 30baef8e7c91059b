using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Design;

public sealed class ForeignItemsTests
{
    [Theory]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId, int? from = null, int? to = null);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId, int from);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"ORDER#LINE#{Text}\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Text}\"",
        "\"CUSTOMER#{CustomerId}\", \"ORDER#LINE#{Text}\"", "ValueTask<IReadOnlyList<Order>> {|DG3022:Of|}(string customerId, string textPrefix);")]
    [InlineData("\"{CustomerId}\", \"{Text}\"",
        "\"{CustomerId}\", \"PROFILE\"", "ValueTask<Page<Order>> {|DG3022:Of|}(string customerId, int limit, string? cursor);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Text}#{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"ORDER#{Text}\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId, string text);")]
    [InlineData("\"CUSTOMER#{Number:D8}\", \"{Text}\"", "\"CUSTOMER#{Account:D8}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(int number);")]
    [InlineData("\"DAY#{Day}\", \"{Text}\"", "\"DAY#{At:yyyy-MM-dd}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(DateOnly day);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Key}\"",
        "\"CUSTOMER#{CustomerId}\", \"ITEM#{Text}\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId, Guid fromKey, Guid toKey);")]
    [InlineData("\"{CustomerId}\", \"{Text}\"", "\"{Number}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    [InlineData("\"{CustomerId}\", \"{Number}\"", "\"{Text}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    [InlineData("\"{Tree}\", \"{Number}\"", "\"{Wood}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(Tree tree);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Text}\"", "\"CUSTOMER#{Number:D4}#{Text}\", \"PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    [InlineData("\"A#{CustomerId}\", \"{CustomerId}#{Number}\"", "\"A#B\", \"B#PROFILE\"", "IAsyncEnumerable<Order> {|DG3022:Of|}(string customerId);")]
    public Task Range_with_foreign_items_is_reported(string own, string other, string pattern) => Reports(own, other, pattern);

    [Theory]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Number}\"", "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"ORDERLINE#{Text}\"", "IAsyncEnumerable<Order> Of(string customerId);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId, int from, int to);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"", "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "ValueTask<Order?> Get(string customerId, int number);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number}\"", "\"SUPPLIER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"ORDER#{Text}#{Number}\"",
        "\"CUSTOMER#{CustomerId}\", \"ORDER#{Number}\"", "[AllowScan(\"export\")] IAsyncEnumerable<Order> All();")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Key}\"",
        "\"CUSTOMER#{CustomerId}\", \"item\"", "IAsyncEnumerable<Order> Of(string customerId, Guid fromKey, Guid toKey);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Day}\"",
        "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId, DateOnly fromDay, DateOnly toDay);")]
    [InlineData("\"CUSTOMER#{CustomerId}\", \"{Number:D4}#{Text}\"",
        "\"CUSTOMER#{CustomerId}\", \"{Number:D3}#{Text}\"", "IAsyncEnumerable<Order> Of(string customerId, int number);")]
    [InlineData("\"{Tree}\", \"{Number}\"", "\"{Metal}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(Tree tree);")]
    [InlineData("\"A#{CustomerId}\", \"{CustomerId}#{Number}\"", "\"A#B\", \"C#PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId);")]
    [InlineData("\"A#{CustomerId}#1\", \"{CustomerId}\"", "\"A#B#1\", \"{Text}#2\"", "ValueTask<Order?> Of(string customerId);")]
    [InlineData("\"A#{Number:D3}\", \"{Number}#{Text}\"", "\"A#012\", \"0000000013#A\"", "IAsyncEnumerable<Order> Of(int number);")]
    [InlineData("\"A\", \"{Day}#{Text}\"", "\"A\", \"2025-02-29#A\"", "IAsyncEnumerable<Order> Of(DateOnly day);")]
    public Task Range_without_foreign_items_is_left_alone(string own, string other, string pattern) => Reports(own, other, pattern);

    [Fact]
    public Task Range_of_an_index_is_compared_with_the_keys_in_that_index() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk"), GlobalIndex("gsi2", PartitionKey = "gsi2pk")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{Id}", "ORDER")] [Key("gsi1", "DAY#{Day}", "{Id}")] [Key("gsi2", "CITY#{City}", null)]
        sealed partial record Order(string Id, DateOnly Day, string City);
        [Entity<Shop>] [Key("BILL#{Id}", "BILL")] [Key("gsi1", "DAY#{Day}", "BILL#{Id}")] [Key("gsi2", "TOWN#{City}", null)]
        sealed partial record Bill(string Id, DateOnly Day, string City);
        [Repository<Order>] partial interface IOrders
        {
            [Index("gsi1")] IAsyncEnumerable<Order> {|DG3022:OfDay|}(DateOnly day);
            [Index("gsi2")] IAsyncEnumerable<Order> OfCity(string city);
        }
        [Repository<Bill>] partial interface IBills
        {
            [Index("gsi1")] IAsyncEnumerable<Bill> {|DG3022:OfDay|}(DateOnly day);
            [Index("gsi2")] IAsyncEnumerable<Bill> OfCity(string city);
        }
        """));

    [Fact]
    public Task Shards_can_be_what_a_key_without_shards_ends_with() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{Id}", "ORDER")] [Key("gsi1", "OPEN", "{Id}", Shards = 4)] sealed partial record Order(string Id);
        [Entity<Shop>] [Key("BILL#{Id}", "BILL")] [Key("gsi1", "OPEN#3", "BILL#{Id}")] sealed partial record Bill(string Id);
        [Entity<Shop>] [Key("NOTE#{Id}", "NOTE")] [Key("gsi1", "OPEN#4", "NOTE#{Id}")] sealed partial record Note(string Id);
        [Repository<Order>] partial interface IOrders { [Index("gsi1")] IAsyncEnumerable<Order> {|DG3022:Open|}(); }
        [Repository<Note>] partial interface INotes { [Index("gsi1")] IAsyncEnumerable<Note> Open(); }
        [Repository<Bill>] partial interface IBills { [Index("gsi1")] IAsyncEnumerable<Bill> {|DG3022:Open|}(); }
        """));

    [Fact]
    public async Task Report_says_what_happens()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(Source(
            "\"CUSTOMER#{CustomerId}\", \"{Number}\"", "\"CUSTOMER#{CustomerId}\", \"PROFILE\"", "IAsyncEnumerable<Order> Of(string customerId);"));
        Assert.Equal(
            "'Of' also meets the items of 'Other', under \"CUSTOMER#{CustomerId}\", \"PROFILE\", and fails with an ItemFormatException at the first; begin the sort key of each entity with a text of its own, or return an [ItemCollection]",
            Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task Item_collection_throws_away_what_it_does_not_take()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of("""
            [Table("shop")] sealed partial class Shop;
            [Entity<Shop>, Key("{Id}", "CUSTOMER")] sealed partial record Customer(string Id);
            [Entity<Shop>, Key("{Id}", "ORDER#{Number}")] sealed partial record Order(string Id, int Number);
            [Entity<Shop>, Key("{Id}", "VISIT#{At}")] sealed partial record Visit(string Id, DateTimeOffset At);
            [ItemCollection] sealed record CustomerWithOrders { public required Customer Customer { get; init; } public IReadOnlyList<Order> Orders { get; init; } = []; }
            [Repository<Customer>] partial interface ICustomers { ValueTask<CustomerWithOrders?> WithOrders(string id); }
            """));
        Assert.Equal(
            "'WithOrders' also meets the items of 'Visit', under \"{Id}\", \"VISIT#{At}\", which are read, billed and thrown away; add them to 'CustomerWithOrders', or begin their partition key with a text of its own",
            Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task Items_of_several_entities_are_no_foreign_ones_and_those_of_others_are_thrown_away()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of("""
            [Table("shop")] sealed partial class Shop;
            [ItemCollection(typeof(Customer), typeof(Order))] interface IItem;
            [Entity<Shop>, Key("{Id}", "CUSTOMER")] sealed partial record Customer(string Id) : IItem;
            [Entity<Shop>, Key("{Id}", "ORDER#{Number}")] sealed partial record Order(string Id, int Number) : IItem;
            [Entity<Shop>, Key("{Id}", "VISIT#{At}")] sealed partial record Visit(string Id, DateTimeOffset At);
            [Repository<Customer>] partial interface ICustomers { IAsyncEnumerable<IItem> Items(string id); }
            """));
        Assert.Equal(
            "'Items' also meets the items of 'Visit', under \"{Id}\", \"VISIT#{At}\", which are read, billed and thrown away; add them to 'IItem', or begin their partition key with a text of its own",
            Assert.Single(found).GetMessage());
    }

    [Fact]
    public Task Numbers_as_sort_keys_keep_no_entities_apart() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop", SortKeyType = KeyAttributeType.Number)] sealed partial class Shop;
        [Entity<Shop>, Key("METER#{Meter}", "{At}")] sealed partial record Reading(string Meter, long At);
        [Entity<Shop>, Key("METER#{Meter}", "{Code}")] sealed partial record Failure(string Meter, int Code);
        [Entity<Shop>, Key("REPAIR#{Meter}", "{Code}")] sealed partial record Repair(string Meter, int Code);
        [Repository<Reading>] partial interface IReadings { IAsyncEnumerable<Reading> {|DG3022:Of|}(string meter, long from, long to); }
        [Repository<Repair>] partial interface IRepairs { IAsyncEnumerable<Repair> Of(string meter); }
        """));

    [Fact]
    public Task Class_of_another_version_is_no_other_entity() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop")] sealed partial class Shop;
        [Entity<Shop>(Version = 2), Key("{Id}", "{Number}")] sealed partial record Order(string Id, int Number) { [Upcast(1, nameof(Id))] private static string Same(string stored) => stored; }
        [Entity<Shop>(Name = "Order"), Key("{Id}", "{Number}")] sealed partial record OrderVersion1(string Id, int Number);
        [Repository<Order>] partial interface IOrders { IAsyncEnumerable<Order> Of(string id); }
        """));

    private static Task Reports(string own, string other, string pattern) => RuleTest<DesignAnalyzer>.Reports(Source(own, other, pattern));

    private static string Source(string own, string other, string pattern) => ShopSource.Of($$"""
        [Table("shop")] sealed partial class Shop; enum Tree { Ash, Oak } enum Wood { Oak, Elm } enum Metal { Iron }
        [Entity<Shop>, Key({{own}})] sealed partial record Order(string CustomerId, int Number, string Text, Guid Key, DateOnly Day, long Account, DateTime At, Tree Tree, Wood Wood, Metal Metal);
        [Entity<Shop>, Key({{other}})] sealed partial record Other(string CustomerId, int Number, string Text, Guid Key, DateOnly Day, long Account, DateTime At, Tree Tree, Wood Wood, Metal Metal);
        [Repository<Order>] partial interface IOrders { {{pattern}} }
        """);
}
