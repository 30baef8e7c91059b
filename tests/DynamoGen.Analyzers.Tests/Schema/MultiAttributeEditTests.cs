using System.Collections;
using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>What the lock says of an edited index of several key attributes is whether the index that is there finds what was written before.</summary>
public sealed class MultiAttributeEditTests(LocalServer server)
{
    private const string NotFound = "DG7002";
    private const string Keys = "PartitionKeys = [\"Country\", \"City\"], SortKeys = [\"Street\", \"Number\"], SortKeyTypes = [KeyAttributeType.String, KeyAttributeType.Number]";
    private const string Properties = "string Id, string Country, string City, string Street, int Number";
    private const string ByAll = "string country, string city, string street, int number";

    /// <summary>The index, the properties and the parameters by which an order is sought.</summary>
    public static TheoryData<string, string, string, string> Edits => new()
    {
        { Keys, Properties, ByAll, "" },
        { Keys.Replace("\"Country\", \"City\"", "\"Country\""), Properties, "string country", NotFound },
        { Keys.Replace("\"Country\", \"City\"", "\"City\", \"Country\""), Properties, ByAll, NotFound },
        { Keys.Replace("\"Country\", \"City\"", "\"Country\", \"Street\"").Replace("[\"Street\"", "[\"City\""), Properties, ByAll, NotFound },
        { "PartitionKeys = [\"Country\", \"City\"], SortKeys = [\"Street\"]", Properties, "string country, string city, string street", NotFound },
        { "PartitionKeys = [\"Country\", \"City\"], SortKeys = [\"Number\", \"Street\"], SortKeyTypes = [KeyAttributeType.Number, KeyAttributeType.String]",
            Properties, ByAll, NotFound },
        { "PartitionKeys = [\"Country\", \"City\"]", Properties, "string country, string city", NotFound },
        { Keys, Properties.Replace("int", "long"), ByAll.Replace("int", "long"), "DG7003" },
        { Keys, Properties.Replace("string City", "[property: AttributeName(\"City\")] string Town"), ByAll.Replace("city", "town"), "" },
        { Keys, Properties.Replace("string Street", "string? Street"), ByAll, "DG7003" },
        { Keys, Properties.Replace("string City", "Place City"), ByAll.Replace("string city", "Place city"), "" },
    };

    [Theory, MemberData(nameof(Edits))]
    public async Task Order_is_found_in_the_index(string keys, string properties, string parameters, string says)
    {
        var (old, next) = (Source(Keys, Properties, ByAll), Source(keys, properties, parameters));
        Assert.Equal(says, await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await writer.RunAsync("PutOrder", writer.New("1", "DE", "Bonn", "Main", 7));
        Assert.Equal(says != NotFound, await IsFoundAsync(reader));
    }

    [Fact]
    public async Task Entity_that_leaves_the_index_is_found_by_its_key()
    {
        var (old, next) = (Source(Keys, Properties, ByAll), Source(Keys, Properties, ByAll).Replace("[MultiAttributeKey(\"place\")]", "")
            .Replace($"[Index(\"place\")] IAsyncEnumerable<Order> Of({ByAll});", ""));
        Assert.Equal("DG7003", await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        var order = writer.New("1", "DE", "Bonn", "Main", 7);
        await writer.RunAsync("PutOrder", order);
        Assert.Equal(order.ToString(), (await reader.RunAsync("Get", "1"))!.ToString());
    }

    /// <summary>An index is as it was created: it answers, and the table is taken for what is declared.</summary>
    private async Task<bool> IsFoundAsync(EditedShop reader)
    {
        try
        {
            await reader.EnsureCreatedAsync(server);
            var order = (await reader.RunAsync("Get", "1"))!;
            return ((IList)(await reader.CallAsync("Of", order))!).Count == 1;
        }
        catch (Exception exception) when (exception is AmazonDynamoDBException or TableMismatchException)
        {
            return false;
        }
    }

    private static string Source(string keys, string properties, string parameters) => $$"""
        public readonly record struct Place(string Value);
        [Table("shop"), GlobalIndex("place", {{keys}})] public sealed partial class Shop;
        [Entity<Shop>, Key("ORDER#{Id}", "A")] [MultiAttributeKey("place")] public sealed partial record Order({{properties}});
        [Repository<Order>] public partial interface IOrders
        {
            ValueTask PutOrder(Order order);
            ValueTask<Order?> Get(string id);
            [Index("place")] IAsyncEnumerable<Order> Of({{parameters}});
        }

        """;
}
