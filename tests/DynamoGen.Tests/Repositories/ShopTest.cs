using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

/// <summary>A test with a shop of its own on the real server.</summary>
public abstract class ShopTest(LocalServer server) : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Day = new(2012, 7, 4, 0, 0, 0, TimeSpan.Zero);

    private ServiceProvider? _services;

    private protected IServiceProvider Services => _services!;

    private protected IOrders Orders => Services.GetRequiredService<IOrders>();

    private protected ICustomers Customers => Services.GetRequiredService<ICustomers>();

    public virtual async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Shop>(builder => builder.AddRepository<IOrders>().AddRepository<ICustomers>());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected static Order NewOrder(int id, string customer = "c", Status status = Status.Open, int day = 0) =>
        new() { CustomerId = customer, OrderId = id, OrderedAt = Day.AddDays(day), Status = status };

    private protected async Task<int[]> PutAsync(params IEnumerable<Order> orders)
    {
        var ids = new List<int>();
        foreach (var order in orders)
        {
            await Orders.Put(order);
            ids.Add(order.OrderId);
        }

        return [.. ids];
    }

    private protected static async Task<int[]> Ids(IAsyncEnumerable<Order> orders) => await orders.Select(order => order.OrderId).ToArrayAsync();
}
