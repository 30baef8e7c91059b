using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Interop.Tests.Shops;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.Adoption;

/// <summary>A shop that a program in node has filled is read, changed and written by DynamoGen, and read and changed again by the program.</summary>
public abstract class AdoptionTests<TTable, TCustomer, TOrder>(InteropServer server, NodeProgram node, string program) : IAsyncLifetime
    where TTable : class, ITable<TTable>
    where TCustomer : ICustomer
    where TOrder : IOrder
{
    private ServiceProvider? _services;

    protected InteropServer Server { get; } = server;

    protected IServiceProvider Services => _services!;

    protected string TableName => Services.GetRequiredService<RepositoryContext>().TableName(TTable.Schema);

    public async ValueTask InitializeAsync()
    {
        _services = await Server.CreateAsync<TTable>(AddRepositories);
        await RunAsync("create");
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_item_is_read()
    {
        var ada = (await GetAsync("Ada"))!;
        var bob = (await GetAsync("bob"))!;
        var order = (await OrderAsync("Ada", 7))!;
        var (customer, orders) = await AccountAsync("Ada");

        Assert.Equal(("Ada", "Ada Lovelace", "AT", 3, 12.5m, true), (ada.CustomerId, ada.Name, ada.Country, ada.Visits, ada.Credit, ada.IsMember));
        Assert.Equal(new Address { Street = "Ring 1", Floor = 2 }, ada.Address);
        Assert.Equal([new() { Kind = "mail", Value = "ada@example.org" }, new() { Kind = "phone", Value = "1815" }], ada.Contacts);
        Assert.Equal(["a", "b"], ada.Tags.Order());
        Assert.Equal((0, null, false, null, null), (bob.Visits, bob.Credit, bob.IsMember, bob.Nickname, bob.Address));
        Assert.Equal((7, OrderStatus.Open, "ring twice"), (order.OrderNumber, order.Status, order.Note));
        Assert.Equal([new Line { Article = "pen", Count = 2, Price = 1.25m }], order.Lines);
        Assert.Empty((await OrderAsync("Ada", 12))!.Lines);
        Assert.Equal([7, 12], (await OrdersAsync("Ada")).Select(each => each.OrderNumber).Order());
        Assert.Equal(("Ada", 2), (customer.CustomerId, orders.Count));
        Assert.Equal("Ada", Assert.Single(await OfAsync("AT")).CustomerId);
        Assert.Equal(7, Assert.Single(await WithAsync(OrderStatus.Open)).OrderNumber);
        Assert.Equal((2, 2), Count(await EverythingAsync().ToListAsync()));
    }

    [Fact]
    public async Task Items_that_are_written_as_they_were_read_are_to_the_program_what_they_were()
    {
        var before = await ReadAsync("Ada", "bob");
        var stored = await NamesAsync();

        await ReplaceAsync((await GetAsync("Ada"))!);
        await ReplaceAsync((await GetAsync("bob"))!);
        foreach (var order in await OrdersAsync("Ada"))
        {
            await PutAsync(order);
        }

        Equal(before, await ReadAsync("Ada", "bob"));
        var shape = TTable.Schema.VersionAttribute;
        Assert.Equal(stored, (await NamesAsync()).Select(names => string.Join(' ', names.Split(' ').Where(name => name != shape))));
    }

    [Fact]
    public async Task What_is_changed_is_read_by_the_program()
    {
        var expected = await ReadAsync("Ada", "bob");

        await UpdateCountryAsync("bob", "AT", "Bobby", more: 2);
        await ReplaceAsync(Renamed((await GetAsync("Ada"))!, "Ada Byron"));
        await UpdateNoteAsync("Ada", 12, "gift");
        await UpdateWithoutNoteAsync("Ada", 7);

        ProgramJson.Change(expected, "name", JsonValue.Create("Bob"), bob =>
        {
            (bob["country"], bob["nickname"], bob["visits"]) = ("AT", "Bobby", 2);
        });
        ProgramJson.Change(expected, "name", JsonValue.Create("Ada Lovelace"), ada => ada["name"] = "Ada Byron");
        ProgramJson.Change(expected, "orderNumber", JsonValue.Create(12), order => order["note"] = "gift");
        ProgramJson.Change(expected, "orderNumber", JsonValue.Create(7), order => order.Remove("note"));
        expected!["byCountry"] = new JsonArray("Ada", "bob");
        Equal(expected, await ReadAsync("Ada", "bob"));
    }

    [Fact]
    public async Task What_is_created_is_read_and_changed_by_the_program()
    {
        await CreateAsync("cy", "Cy", "AT");
        await PutAsync(NewOrder("cy", 3));

        var read = (await ReadAsync("cy"))!;
        var account = read["read"]![0]!;
        Assert.Equal(("cy", "Cy"), ((string?)account["customer"]!["customerId"], (string?)account["customer"]!["name"]));
        Assert.Equal("new", (string?)account["gotten"]![0]!["note"]);
        Assert.True(JsonNode.DeepEquals(account["gotten"], account["orders"]));
        Assert.Equal(["Ada", "cy"], read["byCountry"]!.AsArray().Select(id => (string?)id));
        Assert.Equal([3, 7], read["byStatus"]!.AsArray().Select(number => (int?)number).Order());

        await RunAsync("change", "cy");
        var changed = (await GetAsync("cy"))!;
        Assert.Equal(("Renamed", "Changed", 1), (changed.Name, changed.Nickname, changed.Visits));
        Assert.Equal(["Ada", "cy"], (await OfAsync("AT")).Select(customer => customer.CustomerId).Order());
    }

    protected abstract void AddRepositories(DynamoGenBuilder builder);

    protected abstract ValueTask<TCustomer?> GetAsync(string id);

    protected abstract ValueTask<(TCustomer Customer, IReadOnlyList<TOrder> Orders)> AccountAsync(string id);

    protected abstract ValueTask<IReadOnlyList<TCustomer>> OfAsync(string country);

    protected abstract IAsyncEnumerable<object> EverythingAsync();

    protected abstract ValueTask CreateAsync(string id, string name, string country);

    protected abstract ValueTask<TCustomer> ReplaceAsync(TCustomer customer);

    protected abstract TCustomer Renamed(TCustomer customer, string name);

    protected abstract ValueTask<TCustomer> UpdateCountryAsync(string id, string country, string nickname, int more);

    protected abstract ValueTask<TOrder?> OrderAsync(string id, int number);

    protected abstract ValueTask<IReadOnlyList<TOrder>> OrdersAsync(string id);

    protected abstract ValueTask<IReadOnlyList<TOrder>> WithAsync(OrderStatus status);

    protected abstract TOrder NewOrder(string id, int number);

    protected abstract ValueTask PutAsync(TOrder order);

    protected abstract ValueTask<TOrder> UpdateNoteAsync(string id, int number, string note);

    protected abstract ValueTask<TOrder> UpdateWithoutNoteAsync(string id, int number);

    protected Task<JsonNode?> ReadAsync(params string[] ids) => RunAsync("read", ids);

    private static void Equal(JsonNode? expected, JsonNode? actual) =>
        Assert.Equal(ProgramJson.Comparable(expected)!.ToJsonString(), ProgramJson.Comparable(actual)!.ToJsonString());

    private static (int Customers, int Orders) Count(List<object> items) => (items.OfType<TCustomer>().Count(), items.OfType<TOrder>().Count());

    private Task<JsonNode?> RunAsync(string verb, params string[] ids) => node.RunAsync(program, verb, Server.Endpoint, TableName, ids);

    /// <summary>The names of the attributes of each item that has an index's key: a customer or an order.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        using var client = Server.Client();
        var scan = await client.ScanAsync(new ScanRequest(TableName) { IndexName = "gsi1" });
        return [.. scan.Items.OrderBy(item => item["pk"].S + item["sk"].S, StringComparer.Ordinal)
            .Select(item => string.Join(' ', item.Keys.Order(StringComparer.Ordinal)))];
    }
}
