using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>Turns each order into the other one. The key of the new order is made of the values of the old key, all of them.</summary>
[Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))]
#pragma warning disable DG9003 // LatestOfEmployee is new with the new index, and called when the migration is done.
public sealed partial class OrderMigration
#pragma warning restore DG9003
{
    private const string Dollars = "USD";
    private const string Separator = ", ";

    public static Order Forward(LegacyOrder old)
    {
        // No country has a comma in its name, but a city may.
        var comma = old.ShipPlace.LastIndexOf(Separator, StringComparison.Ordinal);
        return new Order
        {
            CustomerId = old.CustomerId,
            OrderId = old.OrderId,
            EmployeeId = old.EmployeeId,
            OrderedOn = old.OrderedOn,
            ShippedOn = old.ShippedOn,
            ShipperId = old.ShipVia,
            Freight = new Money(old.Freight, Dollars),
            ShipTo = new Address(old.ShipStreet, old.ShipPlace[..comma], old.ShipPlace[(comma + Separator.Length)..]),
        };
    }

    public static LegacyOrder Backward(Order order) => new()
    {
        CustomerId = order.CustomerId,
        OrderId = order.OrderId,
        EmployeeId = order.EmployeeId,
        OrderedOn = order.OrderedOn,
        ShippedOn = order.ShippedOn,
        ShipVia = order.ShipperId,
        Freight = order.Freight.Amount,
        ShipStreet = order.ShipTo.Street,
        ShipPlace = $"{order.ShipTo.City}{Separator}{order.ShipTo.Country}",
    };
}
