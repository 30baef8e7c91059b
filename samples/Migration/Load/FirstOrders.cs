using DynamoGen.Hosting;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.DependencyInjection;
using MovingOrders.Sales;
using Northwind.Data;

namespace MovingOrders.Load;

/// <summary>The orders that are there before the migration begins, of versions 1 and 2.</summary>
internal static class FirstOrders
{
    private const int AtOnce = 8;

    /// <summary>Makes the tables and writes the orders, two thirds of them as version 1.</summary>
    public static async Task WriteAsync(IEnumerable<SourceOrder> source, SampleAddress address, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddFirstOrders(address);
        await using var provider = services.BuildServiceProvider();
        var tables = provider.GetRequiredService<TableProvisioner>();
        await tables.EnsureCreatedAsync<OrdersTable>(cancellationToken);
        await tables.EnsureCreatedAsync<CustomerOrdersTable>(cancellationToken);
        await tables.EnsureCreatedAsync(MigrationTable.Schema, cancellationToken);
        if (provider.GetKeyedService<TableProvisioner>(MigrationServices.Elsewhere) is { } elsewhere)
        {
            await elsewhere.EnsureCreatedAsync<CustomerOrdersTable>(cancellationToken);
            await elsewhere.EnsureCreatedAsync(MigrationTable.Schema, cancellationToken);
        }

        var (orders, ordersVersion1) = (provider.GetRequiredService<ILegacyOrders>(), provider.GetRequiredService<ILegacyOrdersVersion1>());
        await Parallel.ForEachAsync(
            source,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (order, stopped) => order.Id % 3 == 0 ? orders.Put(ToOrder(order), stopped) : ordersVersion1.Put(ToVersion1(order), stopped));
    }

    public static LegacyOrder ToOrder(SourceOrder source) => new()
    {
        OrderId = source.Id,
        CustomerId = source.CustomerId,
        EmployeeId = source.EmployeeId,
        OrderedOn = source.OrderDate,
        ShippedOn = source.ShippedDate,
        ShipVia = source.ShipVia,
        Freight = source.Freight,
        ShipStreet = source.ShipAddress,
        ShipPlace = $"{source.ShipCity}, {source.ShipCountry}",
    };

    private static LegacyOrderVersion1 ToVersion1(SourceOrder source) => new()
    {
        OrderId = source.Id,
        CustomerId = source.CustomerId,
        EmployeeId = source.EmployeeId,
        OrderedOn = source.OrderDate,
        ShippedOn = source.ShippedDate,
        ShipVia = source.ShipVia,
        FreightCents = (long)(source.Freight * 100),
        ShipStreet = source.ShipAddress,
        ShipPlace = $"{source.ShipCity}, {source.ShipCountry}",
    };
}
