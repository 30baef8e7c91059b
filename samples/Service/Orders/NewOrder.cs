using NorthwindService.Customers;

namespace NorthwindService.Orders;

/// <summary>An order as a client places it.</summary>
public sealed record NewOrder(int OrderId, CustomerId CustomerId, int EmployeeId, DateOnly OrderedOn, decimal Freight, string ShipName, string ShipCountry)
{
    public Order ToOrder() => new()
    {
        OrderId = OrderId,
        CustomerId = CustomerId,
        EmployeeId = EmployeeId,
        OrderedOn = OrderedOn,
        OpenWith = EmployeeId,
        Freight = Freight,
        ShipName = ShipName,
        ShipCountry = ShipCountry,
    };
}
