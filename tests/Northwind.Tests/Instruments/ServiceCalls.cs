using Amazon.Runtime;
using DynamoGen;
using DynamoGen.Hosting;
using DynamoGen.Tests.Instruments;
using Microsoft.Extensions.DependencyInjection;
using NorthwindService.Carts;
using NorthwindService.Customers;
using NorthwindService.Orders;

namespace Northwind.Tests.Instruments;

/// <summary>Every access pattern of samples/Service, with canaries in all that it writes.</summary>
internal static class ServiceCalls
{
    private const int OrderId = 0;
    private const int EmployeeId = 1;

    private static readonly CustomerId Customer = new(Canary.Text);

    public static Order Order => new()
    {
        OrderId = Canary.Number(OrderId),
        CustomerId = Customer,
        EmployeeId = Canary.Number(EmployeeId),
        OrderedOn = Canary.FirstDay,
        OpenWith = Canary.Number(EmployeeId),
        Freight = Canary.Amount,
        ShipName = Canary.Text,
        ShipCountry = Canary.Text,
    };

    /// <summary>The repositories of the service, without its web server.</summary>
    public static IServiceCollection AddTo(IServiceCollection services, Uri endpoint, string tableNamePrefix)
    {
        services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = endpoint.ToString();
                options.TableNamePrefix = tableNamePrefix;
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
                options.CursorKey = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
            })
            .AddRepository<IOrders>()
            .AddRepository<IOrderLines>()
            .AddRepository<ICarts>();
        return services;
    }

    public static Task<InstrumentedSample> StartAsync(Uri server, Action<DynamoGenOptions>? configure = null) =>
        InstrumentedSample.StartAsync(server, AddTo, CreateTablesAsync, configure);

    public static SampleCalls Of(IServiceProvider services) => new(
        [typeof(IOrders), typeof(IOrderLines), typeof(ICarts)],
        [.. SampleCalls.PatternsOf<IOrders>(), .. SampleCalls.PatternsOf<IOrderLines>(), .. SampleCalls.PatternsOf<ICarts>()],
        [.. Orders(services.GetRequiredService<IOrders>(), services.GetRequiredService<IOrderLines>()), .. Carts(services.GetRequiredService<ICarts>())]);

    private static async Task CreateTablesAsync(TableProvisioner tables)
    {
        await tables.EnsureCreatedAsync<OrderTable>();
        await tables.EnsureCreatedAsync<CartTable>();
    }

    private static IEnumerable<PatternCall> Orders(IOrders orders, IOrderLines lines) =>
    [
        new("IOrders.Create", 1, async () => await orders.Create(Order)),

        // A batch has 25 items at most.
        new("IOrders.PutMany", 2, async () => await orders.PutMany(
            Enumerable.Range(0, 30).Select(day => Order with { OrderId = day, OrderedOn = Canary.FirstDay.AddDays(-1 - day) }))),
        new("IOrderLines.PutMany", 1, async () => await lines.PutMany(
            Enumerable.Range(2, 8).Select(product => new OrderLine(Order.OrderId, Canary.Number(product), Canary.Amount, Canary.Number(0))))),
        new("IOrders.WithLines", 1, async () => Assert.Equal(8, (await orders.WithLines(Order.OrderId))!.Lines.Count)),
        new("IOrders.OfCustomer", 1, async () => Assert.NotNull((await orders.OfCustomer(Customer, limit: 10)).Cursor)),
        new("IOrders.LatestOfEmployee", 1, async () => Assert.Equal(10, (await orders.LatestOfEmployee(Order.EmployeeId, limit: 10)).Count)),
        new("IOrders.OpenOfEmployeeByFilter", 1, async () => Assert.Equal(31, (await orders.OpenOfEmployeeByFilter(Order.EmployeeId)).Count)),
        new("IOrders.OpenOfEmployee", 1, async () => Assert.Equal(31, (await orders.OpenOfEmployee(Order.EmployeeId)).Count)),
        new("IOrders.UpdateShippedOn", 1, async () => await orders.UpdateShippedOn(Order.OrderId, Canary.ThirdDay)),
    ];

    private static IEnumerable<PatternCall> Carts(ICarts carts) =>
    [
        new("ICarts.Put", 1, async () => await carts.Put(new Cart
        {
            CustomerId = Customer,
            Lines = [new CartLine(Canary.Number(2), Canary.Number(3))],
            Expires = Canary.Expiry,
        })),
        new("ICarts.Get", 1, async () => Assert.NotNull(await carts.Get(Customer))),
        new("ICarts.Delete", 1, async () => await carts.Delete(Customer)),
    ];
}
