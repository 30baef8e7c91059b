using DynamoGen.Hosting;
using DynamoGen.Telemetry.HotKeys;
using Northwind.Data;
using NorthwindService.Carts;
using NorthwindService.Orders;
using OpenTelemetry;

namespace NorthwindService.Loading;

/// <summary>
/// Makes the tables when the host starts, and writes Northwind's orders into them. In production, <c>dotnet dynamogen schema</c> writes the tables as
/// infrastructure code, and nothing of this is needed.
/// </summary>
public sealed class NorthwindTables(TableProvisioner tables, IOrders orders, IOrderLines lines, HotKeySketches hotKeys, NorthwindSource source) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // What is looked at is what the service does, not how its data came here.
        using (SuppressInstrumentationScope.Begin())
        {
            await tables.EnsureCreatedAsync<OrderTable>(cancellationToken);
            await tables.EnsureCreatedAsync<CartTable>(cancellationToken);
            await orders.PutMany(source.Orders.Select(ToOrder), cancellationToken);
            await lines.PutMany(source.OrderDetails.Select(ToLine), cancellationToken);
        }

        hotKeys.Clear();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Order ToOrder(SourceOrder row) => new()
    {
        OrderId = row.Id,
        CustomerId = new(row.CustomerId),
        EmployeeId = row.EmployeeId,
        OrderedOn = row.OrderDate,
        ShippedOn = row.ShippedDate,
        OpenWith = row.ShippedDate is null ? row.EmployeeId : null,
        Freight = row.Freight,
        ShipName = row.ShipName,
        ShipCountry = row.ShipCountry,
    };

    private static OrderLine ToLine(SourceOrderLine row) => new(row.OrderId, row.ProductId, row.UnitPrice, row.Quantity);
}
