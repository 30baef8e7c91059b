using System.Collections;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>What the lock says of an edited table is whether the server finds and reads what was written before it.</summary>
public sealed class TableEditTests(LocalServer server)
{
    private const string NotFound = "DG7002";
    private const string Index = "GlobalIndex(\"gsi1\", PartitionKey = \"Name\")";
    private const string Local = "LocalIndex(\"lsi1\", SortKey = \"Name\")";

    private const string Item = "ValueTask<Order?> Get(string id);";
    private const string OfName = "[Index(\"gsi1\")] IAsyncEnumerable<Order> Of(string name);";
    private const string KeysOfName = "[Index(\"gsi1\")] IAsyncEnumerable<Order.PrimaryKey> Of(string name);";
    private const string CardsOfName = "[Index(\"gsi1\")] IAsyncEnumerable<Card> Of(string name);";
    private const string LabelsOfName = "[Index(\"gsi1\")] IAsyncEnumerable<Label> Of(string name);";

    /// <summary>What is declared at the table before and after, and the access pattern by which an order is sought.</summary>
    public static TheoryData<string, string, string, string> Tables => new()
    {
        { "[Table(\"shop\")]", "[Table(\"shop\")]", Item, "" },
        { "[Table(\"shop\")]", "[Table(\"store\")]", Item, NotFound },
        { "[Table(\"shop\")]", "[Table(\"shop\", PartitionKey = \"id\")]", Item, NotFound },
        { "[Table(\"shop\")]", "[Table(\"shop\", SortKey = \"id\")]", Item, NotFound },
        { $"[Table(\"shop\"), {Index}]", "[Table(\"shop\")]", Item, "DG7003" },
        { $"[Table(\"shop\"), {Local}]", "[Table(\"shop\")]", Item, "DG7003" },
        { $"[Table(\"shop\"), {Index}]", $"[Table(\"shop\"), {Index.Replace("Name", "Place")}]",
            "[Index(\"gsi1\")] IAsyncEnumerable<Order> Of(string place);", NotFound },
        { $"[Table(\"shop\"), {Index}]", $"[Table(\"shop\"), {Index.Replace("gsi1", "gsi2")}]", OfName.Replace("gsi1", "gsi2"), "DG7003" },
        { "[Table(\"shop\")]", $"[Table(\"shop\"), {Index}]", OfName, "DG7003" },
        { "[Table(\"shop\")]", $"[Table(\"shop\"), {Local}]", "[Index(\"lsi1\")] IAsyncEnumerable<Order> Of(string id, string name);", NotFound },
        { $"[Table(\"shop\"), {Local}]", $"[Table(\"shop\"), {Local.Replace("Name", "Place")}]",
            "[Index(\"lsi1\")] IAsyncEnumerable<Order> Of(string id, string place);", NotFound },
        { Projected("KeysOnly"), Projected("All"), OfName, NotFound },
        { Projected("Include, NonKeyAttributes = [\"Number\"]"), Projected("All"), OfName, NotFound },
        { Projected("KeysOnly"), Projected("Include, NonKeyAttributes = [\"Number\"]"), CardsOfName, NotFound },
        { Projected("Include, NonKeyAttributes = [\"Number\"]"), Projected("Include, NonKeyAttributes = [\"Number\", \"Place\"]"), LabelsOfName, NotFound },
        { Projected("All"), Projected("KeysOnly"), KeysOfName, "DG7003" },
        { Projected("All"), Projected("Include, NonKeyAttributes = [\"Number\"]"), CardsOfName, "DG7003" },
        { Projected("Include, NonKeyAttributes = [\"Number\"]"), Projected("KeysOnly"), KeysOfName, "DG7003" },
        { Projected("Include, NonKeyAttributes = [\"Number\", \"Place\"]"), Projected("Include, NonKeyAttributes = [\"Number\"]"), CardsOfName, "DG7003" },
    };

    /// <summary>What is declared at the entity.</summary>
    public static TheoryData<string, string, string> Entities => new()
    {
        { "[Entity<Shop>]", "[Entity<Shop>(Name = \"Order\")]", "" },
        { "[Entity<Shop>]", "[Entity<Shop>(Name = \"Purchase\")]", "DG7001" },
        { "Shop", "Store", "DG7003" },
        { "[Entity<Shop>]", "[Entity<Other>]", "DG7001" },
        { "[Entity<Shop>]", "[Entity<Other>(Name = \"Purchase\")]", "DG7001" },
        { "record Order(", "record Purchase(", "DG7001" },
        { "[Entity<Shop>]", "[Entity<Shop>(Name = \"Order\")]|record Purchase(", "DG7003" },
    };

    /// <summary>By which attribute items expire; whether an order is read whose time in the first of both is past changes with the errors alone.</summary>
    public static TheoryData<string, string, string> Expiries => new()
    {
        { "Expires", "Expires", "" },
        { "", "Expires", "DG7001" },
        { "", "Ends", "DG7003" },
        { "Expires", "", "DG7001" },
        { "Expires", "Ends", "DG7001" },
        { "Ends", "Expires", "DG7001" },
    };

    [Theory, MemberData(nameof(Tables))]
    public async Task Order_is_found_in_the_table(string before, string after, string pattern, string says) =>
        await FindsAsync(Source(before), Source(after, pattern), pattern == Item ? "Get" : "Of", says);

    [Theory, MemberData(nameof(Entities))]
    public async Task Order_is_found_as_an_entity(string before, string after, string says)
    {
        var source = Source("[Table(\"shop\")]", Item) + "[Table(\"other\")] public sealed partial class Other;";
        var next = after.Split('|');
        var edited = source.Replace(before, next[0]);
        if (next[^1].StartsWith("record ", StringComparison.Ordinal))
        {
            edited = Regex.Replace(edited.Replace("record Order(", next[^1]), @"\bOrder(?= order|\?|>\] public partial interface)", "Purchase");
        }

        await FindsAsync(source, edited, "Get", says);
    }

    [Theory, MemberData(nameof(Expiries))]
    public async Task Expired_order_is_read_as_before(string before, string after, string says)
    {
        // DynamoDB itself lets alone what expired more than five years ago.
        var past = new DateTimeOffset(2012, 7, 4, 1, 2, 3, TimeSpan.Zero);
        var (old, next) = (Expiring(before, after), Expiring(after, after));
        Assert.Equal(says, await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await writer.RunAsync("PutOrder", old.Contains("Ends") ? writer.New("1", past, null) : writer.New("1", past));
        var wasRead = await writer.RunAsync("Get", "1") is not null;
        var isRead = await reader.RunAsync("Get", "1") is not null;
        Assert.Equal(says == "DG7001", wasRead != isRead);
    }

    /// <summary>The second time is there once something expires by it.</summary>
    private static string Expiring(string attribute, string later)
    {
        string Mark(string property) => $"[property: {(property == attribute ? "TimeToLive" : "EpochSeconds")}] DateTimeOffset? {property}";
        return $$"""
            [Table("shop"{{(attribute.Length > 0 ? $", TimeToLive = \"{attribute}\"" : "")}})] public sealed partial class Shop;
            [Entity<Shop>, Key("ORDER#{Id}", "A")]
            public sealed partial record Order(string Id, {{Mark("Expires")}}{{(attribute.Length == 0 && later == "Ends" ? "" : ", " + Mark("Ends"))}});
            [Repository<Order>] public partial interface IOrders { ValueTask PutOrder(Order order); {{Item}} }

            """;
    }

    /// <summary>A local index comes with its table or never, which the table's creation says too.</summary>
    [Fact]
    public async Task Local_index_is_not_added_to_a_table()
    {
        await using var old = await EditedShop.CreateAsync(server, Source("[Table(\"shop\")]"), LocalServer.NewPrefix());
        await using var next = old.Edited(server, Source($"[Table(\"shop\"), {Local}]"));
        var refused = await Assert.ThrowsAsync<TableMismatchException>(() => next.EnsureCreatedAsync(server));
        Assert.Contains("which can only be made with the table", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>An index that asks less of its projection than it has needs no other, neither for the lock nor where the table is created.</summary>
    [Theory]
    [InlineData("All", "Include, NonKeyAttributes = [\"Number\"]")]
    [InlineData("All", "KeysOnly")]
    [InlineData("Include, NonKeyAttributes = [\"Number\", \"Place\"]", "Include, NonKeyAttributes = [\"Number\"]")]
    [InlineData("Include, NonKeyAttributes = [\"Number\"]", "KeysOnly")]
    public async Task Index_may_hold_more_than_is_declared(string before, string after)
    {
        var (old, next) = (Source(Projected(before)), Source(Projected(after)));
        Assert.Equal("DG7003", await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await reader.EnsureCreatedAsync(server);
    }

    private async Task FindsAsync(string old, string next, string pattern, string says)
    {
        Assert.Equal(says, await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        var order = writer.New("1", "ann", 7, "home", null);
        await writer.RunAsync("PutOrder", order);
        await AddIndexAsync(writer, next);
        Assert.Equal(says is "" or "DG7003", await IsReadAsync(reader, pattern, order));
    }

    /// <summary>What DynamoDB can add to a table, a deployment adds before its code reads it.</summary>
    private static async Task AddIndexAsync(EditedShop shop, string source)
    {
        var table = (await shop.Client.DescribeTableAsync(shop.Table)).Table;
        var name = source.Contains("gsi2") ? "gsi2" : "gsi1";
        if (source.Contains($"GlobalIndex(\"{name}\"") && (table.GlobalSecondaryIndexes ?? []).All(index => index.IndexName != name))
        {
            await shop.Client.UpdateTableAsync(new UpdateTableRequest
            {
                TableName = shop.Table,
                AttributeDefinitions = [new("Name", ScalarAttributeType.S)],
                GlobalSecondaryIndexUpdates = [new() { Create = new()
                {
                    IndexName = name, KeySchema = [new("Name", KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL },
                } }],
            });
            while ((await shop.Client.DescribeTableAsync(shop.Table)).Table.GlobalSecondaryIndexes.Any(index => index.IndexStatus != IndexStatus.ACTIVE))
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Whether the one order is found, with every value that is asked for.</summary>
    private static async Task<bool> IsReadAsync(EditedShop shop, string pattern, object order)
    {
        try
        {
            var found = await shop.CallAsync(pattern, order) is IList list ? list.Cast<object>().SingleOrDefault() : await shop.CallAsync(pattern, order);
            return found is not null && found.GetType().GetProperties().Where(property => property.CanWrite)
                .All(property => Equals(property.GetValue(found), order.GetType().GetProperty(property.Name)!.GetValue(order)));
        }
        catch (Exception exception) when (exception is ItemFormatException or TableNotFoundException or AmazonDynamoDBException)
        {
            return false;
        }
    }

    private static string Projected(string projection) => $"[Table(\"shop\"), {Index.Replace(")", $", Projection = IndexProjection.{projection})")}]";

    private static string Source(string table, string patterns = "") => $$"""
        {{table}} public sealed partial class Shop;
        [Entity<Shop>] [Key("ORDER#{Id}", "A"){{IndexKey(table)}}]
        public sealed partial record Order(string Id, string Name, int Number, string Place, [property: EpochSeconds] DateTimeOffset? Expires);
        {{(patterns == CardsOfName ? "[Projection<Order>] public sealed partial record Card(string Name, int Number);" : "")}}
        {{(patterns == LabelsOfName ? "[Projection<Order>] public sealed partial record Label(string Name, string Place);" : "")}}
        [Repository<Order>] public partial interface IOrders { ValueTask PutOrder(Order order); {{patterns}} }

        """;

    /// <summary>The index goes by plain attributes, so that items have its key whether they knew of it or not.</summary>
    private static string IndexKey(string table)
    {
        var attribute = table.Contains("Place\")") ? "{Place}" : "{Name}";
        return table.Contains("lsi1") ? $", Key(\"lsi1\", \"ORDER#{{Id}}\", \"{attribute}\")"
            : table.Contains("gsi") ? $", Key(\"{(table.Contains("gsi2") ? "gsi2" : "gsi1")}\", \"{attribute}\", null)"
            : "";
    }
}
