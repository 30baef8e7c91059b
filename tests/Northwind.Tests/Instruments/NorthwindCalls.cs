using DynamoGen;
using DynamoGen.Tests.Instruments;
using Microsoft.Extensions.DependencyInjection;
using Northwind.Catalog;
using Northwind.Sales;

namespace Northwind.Tests.Instruments;

/// <summary>Every access pattern of samples/Northwind, with canaries in all that it writes.</summary>
internal static class NorthwindCalls
{
    private const int OrderId = 0;
    private const int EmployeeId = 1;
    private const int ShipperId = 2;
    private const int ProductId = 3;
    private const int SupplierId = 4;
    private const int CategoryId = 5;

    private static Address Address => new(Canary.Text, Canary.Text, Canary.Text, Canary.Text, Canary.Text);

    private static Money Price => new(Canary.Amount, Canary.Text);

    private static Customer Customer => new()
    {
        CustomerId = Canary.Text,
        CompanyName = Canary.Text,
        ContactName = Canary.Text,
        ContactTitle = Canary.Text,
        Address = Address,
        Phone = Canary.Text,
        Fax = Canary.Text,
        Country = Canary.Text,
    };

    public static Order Order => new()
    {
        OrderId = Canary.Number(OrderId),
        CustomerId = Canary.Text,
        EmployeeId = Canary.Number(EmployeeId),
        OrderedOn = Canary.FirstDay,
        RequiredOn = Canary.SecondDay,
        ShippedOn = Canary.ThirdDay,
        Status = OrderStatus.Shipped,
        ShipperId = Canary.Number(ShipperId),
        Freight = Price,
        ShipName = Canary.Text,
        ShipTo = Address,
    };

    private static OrderVersion1 OrderVersion1 => new()
    {
        OrderId = Order.OrderId,
        CustomerId = Order.CustomerId,
        EmployeeId = Order.EmployeeId,
        OrderedOn = Order.OrderedOn,
        RequiredOn = Order.RequiredOn,
        ShippedOn = Order.ShippedOn,
        Status = Order.Status,
        ShipperId = Order.ShipperId,
        Freight = Canary.Amount,
        ShipName = Order.ShipName,
        ShipTo = Address,
    };

    private static OrderLine Line => new()
    {
        OrderId = Canary.Number(OrderId),
        ProductId = Canary.Number(ProductId),
        UnitPrice = Price,
        Quantity = Canary.Number(6),
        Discount = Canary.Fraction,
    };

    private static Product Product => new()
    {
        ProductId = Canary.Number(ProductId),
        Name = Canary.Text,
        SupplierId = Canary.Number(SupplierId),
        CategoryId = Canary.Number(CategoryId),
        QuantityPerUnit = Canary.Text,
        UnitPrice = Price,
        UnitsInStock = Canary.Number(6),
        UnitsOnOrder = Canary.Number(7),
        ReorderLevel = Canary.Number(8),
    };

    private static Supplier Supplier => new()
    {
        SupplierId = Canary.Number(SupplierId),
        CompanyName = Canary.Text,
        ContactName = Canary.Text,
        ContactTitle = Canary.Text,
        Address = Address,
        Phone = Canary.Text,
        Fax = Canary.Text,
        HomePage = Canary.Text,
    };

    public static Task<InstrumentedSample> StartAsync(Uri server, Action<DynamoGenOptions>? configure = null) => InstrumentedSample.StartAsync(
        server,
        (services, endpoint, prefix) => services.AddNorthwind(endpoint, prefix),
        async tables => await tables.EnsureCreatedAsync<NorthwindTable>(),
        configure);

    public static SampleCalls Of(IServiceProvider services) => new(
        [
            typeof(ICustomers), typeof(IOrders), typeof(IOrdersVersion1), typeof(IOrderLines),
            typeof(IShippers), typeof(IProducts), typeof(ICategories), typeof(ISuppliers),
        ],
        [
            .. SampleCalls.PatternsOf<ICustomers>(), .. SampleCalls.PatternsOf<IOrders>(), .. SampleCalls.PatternsOf<IOrdersVersion1>(),
            .. SampleCalls.PatternsOf<IOrderLines>(), .. SampleCalls.PatternsOf<IShippers>(), .. SampleCalls.PatternsOf<IProducts>(),
            .. SampleCalls.PatternsOf<ICategories>(), .. SampleCalls.PatternsOf<ISuppliers>(),
        ],
        [.. Writes(services), .. Reads(services), .. Deletes(services)]);

    private static IEnumerable<PatternCall> Writes(IServiceProvider services) =>
    [
        new("ICustomers.Put", 1, async () => await services.GetRequiredService<ICustomers>().Put(Customer)),
        new("IOrdersVersion1.Put", 1, async () => await services.GetRequiredService<IOrdersVersion1>().Put(OrderVersion1)),
        new("IOrderLines.Put", 1, async () => await services.GetRequiredService<IOrderLines>().Put(Line)),
        new("IShippers.Put", 1, async () =>
            await services.GetRequiredService<IShippers>().Put(new Shipper(Canary.Number(ShipperId), Canary.Text, Canary.Text))),
        new("IProducts.Put", 1, async () => await services.GetRequiredService<IProducts>().Put(Product)),
        new("ICategories.Put", 1, async () =>
            await services.GetRequiredService<ICategories>().Put(new Category(Canary.Number(CategoryId), Canary.Text, Canary.Text))),
        new("ISuppliers.Put", 1, async () => await services.GetRequiredService<ISuppliers>().Put(Supplier)),
    ];

    private static IEnumerable<PatternCall> Reads(IServiceProvider services)
    {
        var (customers, orders) = (services.GetRequiredService<ICustomers>(), services.GetRequiredService<IOrders>());
        var (lines, products) = (services.GetRequiredService<IOrderLines>(), services.GetRequiredService<IProducts>());
        return
        [
            new("ICustomers.Get", 1, async () => Assert.NotNull(await customers.Get(Canary.Text))),
            new("ICustomers.InCountry", 1, async () => Assert.Single(await customers.InCountry(Canary.Text).ToArrayAsync())),

            // It is read as version 1 has it, and written as version 2.
            new("IOrders.Get", 1, async () => Assert.NotNull(await orders.Get(Canary.Number(OrderId)))),
            new("IOrders.Put", 1, async () => await orders.Put(Order)),
            new("IOrders.WithLines", 1, async () => Assert.Single((await orders.WithLines(Canary.Number(OrderId)))!.Lines)),
            new("IOrders.OfCustomer", 1, async () => Assert.Single(
                await orders.OfCustomer(Canary.Text, Canary.FirstDay, Canary.ThirdDay).ToArrayAsync())),

            // The index is spread over four shards.
            new("IOrders.WithStatus", 4, async () => Assert.Single(await orders.WithStatus(OrderStatus.Shipped, Canary.FirstDay).ToArrayAsync())),
            new("IOrders.LatestOfEmployee", 1, async () => Assert.Single(await orders.LatestOfEmployee(Canary.Number(EmployeeId), limit: 10))),
            new("IOrderLines.Get", 1, async () => Assert.NotNull(await lines.Get(Canary.Number(OrderId), Canary.Number(ProductId)))),
            new("IOrderLines.OfOrder", 1, async () => Assert.Single(await lines.OfOrder(Canary.Number(OrderId)).ToArrayAsync())),
            new("IOrderLines.OfProduct", 1, async () => Assert.Single(await lines.OfProduct(Canary.Number(ProductId)).ToArrayAsync())),
            new("IShippers.Get", 1, async () => Assert.NotNull(await services.GetRequiredService<IShippers>().Get(Canary.Number(ShipperId)))),
            new("IProducts.Get", 1, async () => Assert.NotNull(await products.Get(Canary.Number(ProductId)))),
            new("IProducts.OfSupplier", 1, async () => Assert.Single(await products.OfSupplier(Canary.Number(SupplierId)).ToArrayAsync())),
            new("IProducts.InCategory", 1, async () => Assert.Single(await products.InCategory(Canary.Number(CategoryId)).ToArrayAsync())),
            new("IProducts.InCategoryByName", 1, async () => Assert.Single(
                await products.InCategoryByName(Canary.Number(CategoryId), Canary.Text).ToArrayAsync())),
            new("ICategories.Get", 1, async () => Assert.NotNull(await services.GetRequiredService<ICategories>().Get(Canary.Number(CategoryId)))),
            new("ISuppliers.Get", 1, async () => Assert.NotNull(await services.GetRequiredService<ISuppliers>().Get(Canary.Number(SupplierId)))),
        ];
    }

    private static IEnumerable<PatternCall> Deletes(IServiceProvider services) =>
    [
        new("ICustomers.Delete", 1, async () => await services.GetRequiredService<ICustomers>().Delete(Canary.Text)),
        new("IOrders.Delete", 1, async () => await services.GetRequiredService<IOrders>().Delete(Canary.Number(OrderId))),
    ];
}
