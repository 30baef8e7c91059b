using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Design;

/// <summary>Indexes hold every item that has their key attributes, whether an entity declares a key there or not.</summary>
public sealed class UndeclaredKeyTests
{
    private const string PlainIndex = """
        [Table("shop"), GlobalIndex("by-status", PartitionKey = "Status", SortKey = "City")] sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{Id}", "ORDER")] [Key("by-status", "{Status}", "{City}")] sealed partial record Order(string Id, string Status, string City);

        """;

    private const string Inverted = """
        [Table("shop"), GlobalIndex("inverted", PartitionKey = "sk", SortKey = "pk")] sealed partial class Shop;
        [Entity<Shop>] [Key("USER#{User}", "GROUP#{Group}")] [Key("inverted", "GROUP#{Group}", "USER#{User}")] sealed partial record Member(string User, string Group);

        """;

    [Fact]
    public Task Items_with_the_attributes_of_an_index_are_met_there() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of(PlainIndex + """
        [Entity<Shop>] [Key("BILL#{Id}", "BILL")] sealed partial record {|DG2021:Bill|}(string Id, string Status, string? City);
        [Entity<Shop>] [Key("NOTE#{Id}", "NOTE")] sealed partial record Note(string Id, string Status);
        [Repository<Order>] partial interface IOrders { [Index("by-status")] IAsyncEnumerable<Order> {|DG3022:Of|}(string status); }
        [Repository<Bill>] partial interface IBills { ValueTask<Bill?> Get(string id); }
        [Repository<Note>] partial interface INotes { ValueTask<Note?> Get(string id); }
        """));

    [Fact]
    public async Task Undeclared_items_are_named()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of(PlainIndex + """
            [Entity<Shop>] [Key("BILL#{Id}", "BILL")] sealed partial record Bill(string Id, string Status, string? City);
            [Repository<Order>] partial interface IOrders { [Index("by-status")] IAsyncEnumerable<Order> Of(string status); }
            [Repository<Bill>] partial interface IBills { ValueTask<Bill?> Get(string id); }
            """));
        Assert.Equal(
        [
            "'Bill' has the attributes 'Status', 'City', which put it into index 'by-status', but no access pattern reads it there, and each of its writes pays for the index; store them by other names, or declare the access pattern that it is for",
            "'Of' also meets the items of 'Bill', under \"{Status}\", \"{City}\", and fails with an ItemFormatException at the first; begin the sort key of each entity with a text of its own, or return an [ItemCollection]",
        ], found.Select(diagnostic => diagnostic.GetMessage()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Keys_turned_round_hold_every_item() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of(Inverted + """
        [Entity<Shop>] [Key("ITEM#{Item}", "GROUP#{Group}")] sealed partial record Thing(string Item, string Group);
        [Entity<Shop>] [Key("NOTE#{Note}", "NOTE")] sealed partial record Remark(string Note);
        [Repository<Member>] partial interface IMembers
        {
            [Index("inverted")] IAsyncEnumerable<Member> Of(string group);
            [Index("inverted")] IAsyncEnumerable<Member> From(string group, string userPrefix);
        }
        """));

    [Fact]
    public Task Keys_turned_round_hold_foreign_items_in_an_open_range() => RuleTest<DesignAnalyzer>.Reports(ShopSource.Of("""
        [Table("shop"), GlobalIndex("inverted", PartitionKey = "sk", SortKey = "pk")] sealed partial class Shop;
        [Entity<Shop>] [Key("{User}", "GROUP#{Group}")] [Key("inverted", "GROUP#{Group}", "{User}")] sealed partial record Member(string User, string Group);
        [Entity<Shop>] [Key("THING#{Thing}", "GROUP#{Group}")] sealed partial record Item(string Thing, string Group);
        [Repository<Member>] partial interface IMembers { [Index("inverted")] IAsyncEnumerable<Member> {|DG3022:Of|}(string group); }
        """));

    [Fact]
    public async Task Unread_index_names_those_that_pay_for_it()
    {
        var found = await Diagnosis.Of<DesignAnalyzer>(ShopSource.Of("""
            [Table("shop"), GlobalIndex("inverted", PartitionKey = "sk", SortKey = "pk")] sealed partial class Shop;
            [Entity<Shop>] [Key("NOTE#{Id}", "NOTE")] sealed partial record Note(string Id);
            [Repository<Note>] partial interface INotes { ValueTask<Note?> Get(string id); }
            """));
        Assert.Contains("and each write of 'Note' pays for it", Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Status", true)]
    [InlineData("int? Status", true)]
    [InlineData("bool Status", true)]
    [InlineData("byte[] Status", true)]
    [InlineData("System.Collections.Generic.List<string> Status", true)]
    [InlineData("string Status", false)]
    [InlineData("string? Status", false)]
    [InlineData("DateTimeOffset Status", false)]
    [InlineData("Guid? Status", false)]
    public async Task Property_of_another_type_under_a_key_attribute_is_an_error(string property, bool isError)
    {
        var found = await Diagnosis.Of<DeclarationAnalyzer>(ShopSource.Of($$"""
            [Table("shop"), GlobalIndex("by-status", PartitionKey = "Status")] sealed partial class Shop;
            [Entity<Shop>] [Key("NOTE#{Id}", "NOTE")] sealed partial record Note(string Id, {{property}});
            """));
        Assert.Equal(isError ? ["DG1024"] : [], found.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("[Filter(\"Note = {note}\")]", ", string note", "filters by 'Note'", "do not filter by it")]
    [InlineData("", "", "leaves out expired items by 'Until'", "[IncludeExpired]")]
    [InlineData("[Filter(\"Until > {until}\")]", ", DateTimeOffset until", "filters by 'Until'", "do not filter by it")]
    public async Task Filter_that_nobody_wrote_is_called_what_it_is(string filter, string parameter, string verb, string cure)
    {
        var found = await Diagnosis.Of<DeclarationAnalyzer>(ShopSource.Of($$"""
            [Table("shop", TimeToLive = "Until"), GlobalIndex("by-city", PartitionKey = "city", Projection = IndexProjection.KeysOnly)] sealed partial class Shop;
            [Entity<Shop>] [Key("A#{Id}", "A")] [Key("by-city", "{City}", null)] sealed partial record Thing(string Id, string City, string Note, [property: TimeToLive] DateTimeOffset Until);
            [Repository<Thing>] partial interface IThings { [Index("by-city")] {{filter}} IAsyncEnumerable<Thing.PrimaryKey> Of(string city{{parameter}}); }
            """));
        var message = Assert.Single(found, diagnostic => diagnostic.Id == "DG1008").GetMessage();
        Assert.Contains(verb, message, StringComparison.Ordinal);
        Assert.Contains(cure, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", 1, true)]
    [InlineData("shop", 20, false)]
    [InlineData("shop", 21, true)]
    public async Task Declared_table_has_the_quotas_of_one_that_is_created(string name, int indexes, bool isReported)
    {
        var found = await Diagnosis.Of<CreateTableAnalyzer>(ShopSource.Of($"[Table(\"{name}\")"
            + string.Concat(Enumerable.Range(0, indexes).Select(i => $", GlobalIndex(\"by-{i}\", PartitionKey = \"a{i}\")")) + "] sealed partial class Shop;"));
        Assert.Equal(isReported ? ["DG1007"] : [], found.Select(diagnostic => diagnostic.Id));
    }
}
