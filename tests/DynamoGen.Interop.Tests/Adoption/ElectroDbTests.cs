using DynamoGen.Hosting;
using DynamoGen.Interop.Tests.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.Adoption;

public sealed class ElectroDbTests(InteropServer server, NodeProgram node)
    : AdoptionTests<ElectroShop, ElectroCustomer, ElectroOrder>(server, node, "Electro")
{
    private IElectroCustomers Customers => Services.GetRequiredService<IElectroCustomers>();

    private IElectroOrders Orders => Services.GetRequiredService<IElectroOrders>();

    [Fact]
    public async Task What_ElectroDB_alone_stores_is_read_and_kept()
    {
        var ada = (await Customers.Get("Ada"))!;

        Assert.Equal(("1", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123)), (ada.ModelVersion, ada.CreatedAt));
        Assert.Equal(new DateTimeOffset(2024, 2, 3, 4, 5, 6, 789, TimeSpan.Zero), ada.UpdatedAt);
        Assert.Equal([1.5m, 3m], ada.Scores.Order());
        Assert.Equal("dark", ada.Others!["settings"].M["theme"].S);
    }

    [Fact]
    public async Task ElectroDB_passes_over_an_item_without_its_version()
    {
        var bob = (await Customers.Get("bob"))!;
        using (var client = Server.Client())
        {
            var item = ElectroCustomer.ToItem(bob);
            item.Remove("__edb_v__");
            await client.PutItemAsync(TableName, item);
        }

        Assert.Null((await ReadAsync("bob"))!["read"]![0]!["customer"]);
        await Customers.Replace((await Customers.Get("bob"))!);
        Assert.Equal("Bob", (string?)(await ReadAsync("bob"))!["read"]![0]!["customer"]!["name"]);
    }

    protected override void AddRepositories(DynamoGenBuilder builder) => builder.AddRepository<IElectroCustomers>().AddRepository<IElectroOrders>();

    protected override ValueTask<ElectroCustomer?> GetAsync(string id) => Customers.Get(id);

    protected override async ValueTask<(ElectroCustomer Customer, IReadOnlyList<ElectroOrder> Orders)> AccountAsync(string id)
    {
        var account = (await Customers.Account(id))!;
        return (account.Customer, account.Orders);
    }

    protected override ValueTask<IReadOnlyList<ElectroCustomer>> OfAsync(string country) => Customers.Of(country);

    protected override IAsyncEnumerable<object> EverythingAsync() => Customers.Everything(segments: 2);

    protected override ValueTask CreateAsync(string id, string name, string country) =>
        Customers.Create(new ElectroCustomer { CustomerId = id, Name = name, Country = country, CreatedAt = DateTimeOffset.UnixEpoch });

    protected override ValueTask<ElectroCustomer> ReplaceAsync(ElectroCustomer customer) => Customers.Replace(customer);

    protected override ElectroCustomer Renamed(ElectroCustomer customer, string name) => customer with { Name = name };

    protected override ValueTask<ElectroCustomer> UpdateCountryAsync(string id, string country, string nickname, int more) =>
        Customers.UpdateCountry(id, country, nickname, more);

    protected override ValueTask<ElectroOrder?> OrderAsync(string id, int number) => Orders.Get(id, number);

    protected override ValueTask<IReadOnlyList<ElectroOrder>> OrdersAsync(string id) => Orders.All(id);

    protected override ValueTask<IReadOnlyList<ElectroOrder>> WithAsync(OrderStatus status) => Orders.With(status);

    protected override ElectroOrder NewOrder(string id, int number) =>
        new() { CustomerId = id, OrderNumber = number, PlacedAt = "2024-04-01T10:00:00.000Z", Note = "new" };

    protected override ValueTask PutAsync(ElectroOrder order) => Orders.Put(order);

    protected override ValueTask<ElectroOrder> UpdateNoteAsync(string id, int number, string note) => Orders.UpdateNote(id, number, note);

    protected override ValueTask<ElectroOrder> UpdateWithoutNoteAsync(string id, int number) => Orders.UpdateWithoutNote(id, number);
}
