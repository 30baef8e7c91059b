namespace Northwind.Sales;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    Open,
    Shipped,
}
