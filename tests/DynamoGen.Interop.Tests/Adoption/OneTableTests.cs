using DynamoGen.Hosting;
using DynamoGen.Interop.Tests.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.Adoption;

public sealed class OneTableTests(InteropServer server, NodeProgram node)
    : AdoptionTests<OneTableShop, OneTableCustomer, OneTableOrder>(server, node, "OneTable")
{
    private IOneTableCustomers Customers => Services.GetRequiredService<IOneTableCustomers>();

    private IOneTableOrders Orders => Services.GetRequiredService<IOneTableOrders>();

    [Fact]
    public async Task What_OneTable_alone_stores_is_read_and_kept()
    {
        var ada = (await Customers.Get("Ada"))!;
        var replaced = await Customers.Replace(ada with { Nickname = "Countess" });
        var read = (await ReadAsync("Ada"))!["read"]![0]!["customer"]!;

        Assert.Equal(new DateTime(1815, 12, 10, 1, 2, 3, 4, DateTimeKind.Utc), ada.Birthday);
        Assert.Equal([1, 2, 255], Convert.FromBase64String(ada.Photo!));
        Assert.Equal("ada@example.org", ada.Others!["mail"].S);
        Assert.Equal(ada.Created, replaced.Created);
        Assert.True(replaced.Updated > ada.Updated);
        Assert.Equal(replaced.Updated.ToUnixTimeMilliseconds(), ((DateTimeOffset)read["updated"]!).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task The_items_of_unique_values_stay_as_OneTable_wrote_them()
    {
        await Customers.Replace((await Customers.Get("Ada"))! with { Others = new() { ["mail"] = new("other@example.org") } });

        using var client = Server.Client();
        var marker = await client.GetItemAsync(TableName, new()
        {
            ["pk"] = new("_unique#Customer#mail#ada@example.org"),
            ["sk"] = new("_unique#"),
        });
        Assert.Equal("_Unique", marker.Item["_type"].S);
    }

    protected override void AddRepositories(DynamoGenBuilder builder) => builder.AddRepository<IOneTableCustomers>().AddRepository<IOneTableOrders>();

    protected override ValueTask<OneTableCustomer?> GetAsync(string id) => Customers.Get(id);

    protected override async ValueTask<(OneTableCustomer Customer, IReadOnlyList<OneTableOrder> Orders)> AccountAsync(string id)
    {
        var account = (await Customers.Account(id))!;
        return (account.Customer, account.Orders);
    }

    protected override ValueTask<IReadOnlyList<OneTableCustomer>> OfAsync(string country) => Customers.Of(country);

    protected override IAsyncEnumerable<object> EverythingAsync() => Customers.Everything(segments: 2);

    protected override ValueTask CreateAsync(string id, string name, string country) =>
        Customers.Create(new OneTableCustomer { CustomerId = id, Name = name, Country = country });

    protected override ValueTask<OneTableCustomer> ReplaceAsync(OneTableCustomer customer) => Customers.Replace(customer);

    protected override OneTableCustomer Renamed(OneTableCustomer customer, string name) => customer with { Name = name };

    protected override ValueTask<OneTableCustomer> UpdateCountryAsync(string id, string country, string nickname, int more) =>
        Customers.UpdateCountry(id, country, nickname, more);

    protected override ValueTask<OneTableOrder?> OrderAsync(string id, int number) => Orders.Get(id, number);

    protected override ValueTask<IReadOnlyList<OneTableOrder>> OrdersAsync(string id) => Orders.All(id);

    protected override ValueTask<IReadOnlyList<OneTableOrder>> WithAsync(OrderStatus status) => Orders.With(status);

    protected override OneTableOrder NewOrder(string id, int number) =>
        new() { CustomerId = id, OrderNumber = number, PlacedAt = new DateTimeOffset(2024, 4, 1, 10, 0, 0, TimeSpan.Zero), Note = "new" };

    protected override ValueTask PutAsync(OneTableOrder order) => Orders.Put(order);

    protected override ValueTask<OneTableOrder> UpdateNoteAsync(string id, int number, string note) => Orders.UpdateNote(id, number, note);

    protected override ValueTask<OneTableOrder> UpdateWithoutNoteAsync(string id, int number) => Orders.UpdateWithoutNote(id, number);
}
