using DynamoGen.Hosting;
using DynamoGen.Interop.Tests.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.Adoption;

public sealed class ToolboxTests(InteropServer server, NodeProgram node)
    : AdoptionTests<ToolboxShop, ToolboxCustomer, ToolboxOrder>(server, node, "Toolbox")
{
    private IToolboxCustomers Customers => Services.GetRequiredService<IToolboxCustomers>();

    private IToolboxOrders Orders => Services.GetRequiredService<IToolboxOrders>();

    [Fact]
    public async Task What_DynamoDB_Toolbox_alone_stores_is_read_and_kept()
    {
        var ada = (await Customers.Get("Ada"))!;
        var replaced = await Customers.Replace(ada with { Nickname = "Countess" });
        var read = (await ReadAsync("Ada"))!["read"]![0]!["customer"]!.AsObject();

        Assert.Equal([1.5m, 3m], ada.Scores.Order());
        Assert.Equal((5m, 20.5m), (ada.Limits!["day"], ada.Limits["week"]));
        Assert.Equal([1, 2, 255], ada.Photo);
        Assert.True(ada.Others!["nothing"].NULL);
        Assert.True(read.ContainsKey("nothing"));
        Assert.Equal(ada.Created, replaced.Created);
        Assert.Equal(replaced.Modified, (DateTimeOffset)read["modified"]!);
    }

    protected override void AddRepositories(DynamoGenBuilder builder) => builder.AddRepository<IToolboxCustomers>().AddRepository<IToolboxOrders>();

    protected override ValueTask<ToolboxCustomer?> GetAsync(string id) => Customers.Get(id);

    protected override async ValueTask<(ToolboxCustomer Customer, IReadOnlyList<ToolboxOrder> Orders)> AccountAsync(string id)
    {
        var account = (await Customers.Account(id))!;
        return (account.Customer, account.Orders);
    }

    protected override ValueTask<IReadOnlyList<ToolboxCustomer>> OfAsync(string country) => Customers.Of(country);

    protected override IAsyncEnumerable<object> EverythingAsync() => Customers.Everything(segments: 2);

    protected override ValueTask CreateAsync(string id, string name, string country) =>
        Customers.Create(new ToolboxCustomer { CustomerId = id, Name = name, Country = country });

    protected override ValueTask<ToolboxCustomer> ReplaceAsync(ToolboxCustomer customer) => Customers.Replace(customer);

    protected override ToolboxCustomer Renamed(ToolboxCustomer customer, string name) => customer with { Name = name };

    protected override ValueTask<ToolboxCustomer> UpdateCountryAsync(string id, string country, string nickname, int more) =>
        Customers.UpdateCountry(id, country, nickname, more);

    protected override ValueTask<ToolboxOrder?> OrderAsync(string id, int number) => Orders.Get(id, number);

    protected override ValueTask<IReadOnlyList<ToolboxOrder>> OrdersAsync(string id) => Orders.All(id);

    protected override ValueTask<IReadOnlyList<ToolboxOrder>> WithAsync(OrderStatus status) => Orders.With(status);

    protected override ToolboxOrder NewOrder(string id, int number) =>
        new() { CustomerId = id, OrderNumber = number, PlacedAt = "2024-04-01T10:00:00.000Z", Note = "new" };

    protected override ValueTask PutAsync(ToolboxOrder order) => Orders.Put(order);

    protected override ValueTask<ToolboxOrder> UpdateNoteAsync(string id, int number, string note) => Orders.UpdateNote(id, number, note);

    protected override ValueTask<ToolboxOrder> UpdateWithoutNoteAsync(string id, int number) => Orders.UpdateWithoutNote(id, number);
}
