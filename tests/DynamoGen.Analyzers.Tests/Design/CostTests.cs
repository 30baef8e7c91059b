using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.Design;

public sealed class CostTests
{
    private const string Declarations = """
        [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk"), GlobalIndex("gsi2", PartitionKey = "gsi2pk"), GlobalIndex("gsi3", PartitionKey = "gsi3pk", Projection = IndexProjection.KeysOnly)]
        sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{Id}", "ORDER")] [Key("gsi1", "CUSTOMER#{CustomerId}", "{Id}")] [Key("gsi2", "DAY#{Day}", null, Shards = 4)] [Key("gsi3", "STATE#{State}", null)]
        sealed partial record Order : IPaid
        {
            public required Guid Id { get; init; }
            public required string CustomerId { get; init; }
            public required DateOnly Day { get; init; }
            public string? State { get; init; }
            public int Total { get; init; }
        }
        [Entity<Shop>, Key("NOTE#{Id}", "NOTE")] sealed partial record Note(Guid Id);
        [ItemCollection(typeof(Order), typeof(Bill))] interface IPaid;
        [Entity<Shop>, Key("ORDER#{Id}", "BILL")] sealed partial record Bill(Guid Id) : IPaid;
        [ItemCollection] sealed record Orders { public IReadOnlyList<Order> All { get; init; } = []; }

        """;

    // "pk" and "sk" 4, "ORDER#" and a Guid 42, "ORDER" 5, "gsi1pk" and "gsi1sk" 12, "CUSTOMER#" 9, a Guid 36, "gsi2pk" 6, "DAY#2012-07-04#0" 16, "_t"
    // and "Order" 7, "_v" and 1 4, "Id" and a Guid 38, "CustomerId" 10, "Day" and a date 13, "Total" and a digit 6.
    private const string Smallest = "208";

    private const string Nothing = "; an index costs nothing where its copy is absent or stays the same";
    private const string Copy = " for each KB of the copy in index 'gsi3', which has 63 bytes or more" + Nothing;
    private const string Moves = ", and twice where its key changes";

    [Theory]
    [InlineData("ValueTask<Order?> Get(Guid id);",
        "'Get' is a GetItem, eventually consistent: 0.5 read capacity units for each 4 KB of the item, which has " + Smallest + " bytes or more")]
    [InlineData("[ConsistentRead] ValueTask<Order?> Get(Guid id);",
        "'Get' is a GetItem, strongly consistent: 1 read capacity unit for each 4 KB of the item, which has " + Smallest + " bytes or more")]
    [InlineData("ReadAction<Order> Get(Guid id);",
        "'Get' is a part of TransactGetItems: 2 read capacity units for each 4 KB of the item, which has " + Smallest + " bytes or more")]
    [InlineData("IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);",
        "'GetMany' is a BatchGetItem, eventually consistent: 0.5 read capacity units for each 4 KB of each item, which has " + Smallest + " bytes or more")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Order> Of(string customerId);",
        "'Of' is a Query of index 'gsi1', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each")]
    [InlineData("IAsyncEnumerable<IPaid> Paid(Guid id);",
        "'Paid' is a Query of the table, eventually consistent: 0.5 read capacity units for each 4 KB read, items of 'Order', 'Bill'; the filter drops items only after that")]
    [InlineData("[Index(\"gsi1\"), Filter(\"Total > 5\")] IAsyncEnumerable<Order> Of(string customerId);",
        "'Of' is a Query of index 'gsi1', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each; the filter drops items only after that")]
    [InlineData("[Index(\"gsi2\")] IAsyncEnumerable<Order> Of(DateOnly day);",
        "'Of' is a Query of index 'gsi2', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each, in 4 requests at once, one for each shard, 0.5 or more each")]
    [InlineData("[Index(\"gsi2\")] IAsyncEnumerable<Order> Of(DateOnly day, int limit);",
        "'Of' is a Query of index 'gsi2', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each, in 4 requests at once, one for each shard, 0.5 or more each: from as many items as the limit to twice as many and 8, or 4 times as many if that is less"
            + "; a shard that has more of what comes next is asked again, for what is left of the limit")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Order> Of(string[] customerIds);",
        "'Of' is a Query of index 'gsi1', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each, in a request for each of 'customerIds', 0.5 or more each")]
    [InlineData("[Index(\"gsi2\")] ValueTask<Page<Order>> Of(DateOnly[] days, int limit, string? cursor);",
        "'Of' is a Query of index 'gsi2', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 19 items or fewer, from "
            + Smallest
            + " bytes each, in a request for each of 'days' in each of 4 shards, 0.5 or more each: each for twice its even share of the limit and 2 items"
            + "; a partition that has more of what comes next is asked again")]
    [InlineData("[ConsistentRead] IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);",
        "'GetMany' is a BatchGetItem, strongly consistent: 1 read capacity unit for each 4 KB of each item, which has " + Smallest + " bytes or more")]
    [InlineData("[AllowScan(\"export\"), ConsistentRead] IAsyncEnumerable<Order> All();",
        "'All' is a Scan, strongly consistent: 1 read capacity unit for each 4 KB of the whole table, whatever is yielded")]
    [InlineData("[Index(\"gsi3\"), Hydrate] IAsyncEnumerable<Order> In(string state);",
        "'In' is a Query of index 'gsi3', eventually consistent: 0.5 read capacity units for each 4 KB read, which are 65 items or fewer, from 63 bytes each; then a BatchGetItem: 0.5 for each 4 KB of each item")]
    [InlineData("[ConsistentRead] ValueTask<Orders?> All(Guid id);",
        "'All' is a Query of the table, strongly consistent: 1 read capacity unit for each 4 KB read, items of 'Order'")]
    [InlineData("[AllowScan(\"export\")] IAsyncEnumerable<Order> All();",
        "'All' is a Scan, eventually consistent: 0.5 read capacity units for each 4 KB of the whole table, whatever is yielded")]
    public async Task Cost_of_a_read_is_said(string pattern, string message) => Assert.Equal(["DG3023: " + message], await Costs(Source(pattern)));

    [Theory]
    [InlineData("ValueTask Put(Order order);",
        "a PutItem: from 1 to 5 write capacity units for each KB of the item, 1 to the table and from 0 to 2 to each of the indexes 'gsi1', 'gsi2'; from 0 to 2" + Copy + Moves)]
    [InlineData("ValueTask Create(Order order);",
        "a PutItem: 3 write capacity units for each KB of the item, 1 to the table and 1 to each of the indexes 'gsi1', 'gsi2'; from 0 to 1" + Copy)]
    [InlineData("WriteAction PutAction(Order order);",
        "a PutItem: from 2 to 6 write capacity units for each KB of the item, 2 to the table in a transaction and from 0 to 2 to each of the indexes 'gsi1', 'gsi2'; from 0 to 2" + Copy + Moves)]
    [InlineData("ValueTask PutMany(IEnumerable<Order> orders);",
        "a BatchWriteItem, for each item: from 1 to 5 write capacity units for each KB of the item, 1 to the table and from 0 to 2 to each of the indexes 'gsi1', 'gsi2'; from 0 to 2" + Copy + Moves)]
    [InlineData("ValueTask Delete(Guid id);",
        "a DeleteItem: from 1 to 3 write capacity units for each KB of the item, 1 to the table and from 0 to 1 to each of the indexes 'gsi1', 'gsi2'; from 0 to 1" + Copy)]
    [InlineData("[Condition(\"Total > 5\")] WriteAction Check(Guid id);",
        "a ConditionCheck: 2 write capacity units for each KB of the item, and none for indexes")]
    [InlineData("[Update(\"SET Total = {total}\")] ValueTask Update(Guid id, int total);",
        "an UpdateItem: from 1 to 3 write capacity units for each KB of the item, 1 to the table and from 0 to 1 to each of the indexes 'gsi1', 'gsi2'" + Nothing)]
    [InlineData("[Update(\"SET State = {state}\")] ValueTask Update(Guid id, string state);",
        "an UpdateItem: from 1 to 3 write capacity units for each KB of the item, 1 to the table and from 0 to 1 to each of the indexes 'gsi1', 'gsi2'; from 0 to 2" + Copy + Moves)]
    public async Task Cost_of_a_write_is_said(string pattern, string message) =>
        Assert.EndsWith($"' is {message}", Assert.Single(await Costs(Source(pattern))), StringComparison.Ordinal);

    [Theory]
    [InlineData("SET Total = Price + {more}", 1)]
    [InlineData("SET Total = if_not_exists(Price, {more})", 1)]
    [InlineData("SET Price = Total + {more}", 2)]
    [InlineData("SET Total = {more} REMOVE Price", 2)]
    [InlineData("ADD Price {more}", 2)]
    [InlineData("ADD Total {more}", 1)]
    public async Task Index_pays_for_what_an_update_sets_and_not_for_what_it_reads(string update, int units)
    {
        var costs = await Costs(ShopSource.Of($$"""
            [Table("shop"), GlobalIndex("prices", PartitionKey = "p", Projection = IndexProjection.Include, NonKeyAttributes = ["Price"])] sealed partial class Shop;
            [Entity<Shop>, Key("ITEM#{Id}", "ITEM"), Key("prices", "SHOP#{Store}", null)] sealed partial record Item(int Id, string Store) { public int Price { get; init; } public int Total { get; init; } }
            [Repository<Item>] partial interface IItems { [Update("{{update}}")] ValueTask Update(int id, int more); }
            """));
        Assert.Equal(units == 2, Assert.Single(costs).Contains("from 0 to 1 for each KB of the copy in index 'prices'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entity_in_no_index_is_written_once() => Assert.Equal(
        ["DG4020: 'Put' is a PutItem: 1 write capacity unit for each KB of the item, 1 to the table; no index is touched"],
        await Costs(ShopSource.Of(Declarations + "[Repository<Note>] partial interface INotes { ValueTask Put(Note note); }")));

    [Fact]
    public async Task Property_that_is_a_key_attribute_itself_counts_once()
    {
        // "Meter" 5, "At" and a number 3, "_t" and "Reading" 9, "_v" and 1 4.
        var costs = await Costs(ShopSource.Of("""
            [Table("shop", PartitionKey = "Meter", SortKey = "At", SortKeyType = KeyAttributeType.Number)] sealed partial class Shop;
            [Entity<Shop>, Key("{Meter}", "{At}")] sealed partial record Reading(string Meter, long At);
            [Repository<Reading>] partial interface IReadings { ValueTask<Reading?> Get(string meter, long at); }
            """));
        Assert.EndsWith("which has 21 bytes or more", Assert.Single(costs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_that_meets_an_older_version_brings_every_copy_up_to_date()
    {
        var costs = await Costs(ShopSource.Of("""
            [Table("shop"), GlobalIndex("gsi1", PartitionKey = "gsi1pk"), GlobalIndex("gsi2", PartitionKey = "gsi2pk", Projection = IndexProjection.KeysOnly), GlobalIndex("turned", PartitionKey = "sk", SortKey = "pk")] sealed partial class Shop;
            [Entity<Shop>(Version = 2), Key("ITEM#{Id}", "ITEM"), Key("gsi1", "STORE#{Store}", null), Key("gsi2", "STATE#{State}", null)]
            sealed partial record Item(int Id, string Store, string? State) { public string Size { get; init; } = ""; [Upcast(1, nameof(Size))] private static string FromNumber(int size) => ""; }
            [Repository<Item>] partial interface IItems { [Update("SET Size = {size}")] ValueTask Update(int id, string size); }
            """));
        Assert.EndsWith("; an item of an older version costs 1 more for the update that fails, and from 3 to 6 to bring it up to date, for each KB of the item",
            Assert.Single(costs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unique_value_makes_a_transaction()
    {
        var costs = await Costs(ShopSource.Of("""
            [Table("shop")] sealed partial class Shop;
            [Entity<Shop>, Key("MEMBER#{Id}", "MEMBER"), Unique("EMAIL#{Email}")] sealed partial record Member(int Id, string Email);
            [Repository<Member>] partial interface IMembers { ValueTask Create(Member member); [AllowScan("after a bulk load")] ValueTask<UniqueRepair> RepairUnique(int segments = 1); }
            """));
        Assert.Equal(
            [
                "DG4020: 'Create' is a PutItem: 2 write capacity units for each KB of the item, 2 to the table in a transaction; no index is touched; 2 for the markers of unique values",
                "DG3023: 'RepairUnique' is a Scan, twice, strongly consistent: 2 read capacity units for each 4 KB of the whole table, and for each unique value 1 for its marker and 1 for each 4 KB of its item; each repair is a transaction of writes",
            ],
            costs);
    }

    [Fact]
    public async Task Costs_are_said_only_where_they_are_asked_for()
    {
        var found = await Diagnosis.Of<CostAnalyzer>(Source("ValueTask<Order?> Get(Guid id); ValueTask Put(Order order);"));
        Assert.Empty(found);
    }

    [Fact]
    public async Task Cost_stands_at_its_own_overload()
    {
        const string Patterns = "[Index(\"gsi1\")] IAsyncEnumerable<Order> Of(string customerId); [Index(\"gsi2\")] IAsyncEnumerable<Order> Of(DateOnly day);";
        var found = (await Diagnose(Source(Patterns))).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToArray();
        Assert.Equal(2, found.Select(diagnostic => diagnostic.Location.SourceSpan.Start).Distinct().Count());
        Assert.Contains("gsi1", found[0].GetMessage(), StringComparison.Ordinal);
    }

    private static string Source(string pattern) => ShopSource.Of(Declarations + $"[Repository<Order>] partial interface IOrders {{ {pattern} }}");

    private static async Task<IReadOnlyList<string>> Costs(string source) =>
        [.. (await Diagnose(source)).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(string source)
    {
        var asked = new Dictionary<string, ReportDiagnostic> { ["DG3023"] = ReportDiagnostic.Info, ["DG4020"] = ReportDiagnostic.Info };
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(asked);
        var compilation = CSharpCompilation.Create("Shop",
            [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))], References.All, options);
        return await compilation.WithAnalyzers([new CostAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
    }
}
