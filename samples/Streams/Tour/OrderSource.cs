using Northwind.Data;
using OrderStreams.Sales;
using OrderStreams.Search;

namespace OrderStreams.Tour;

/// <summary>The orders that are written: Northwind's, and one that the search cluster refuses.</summary>
internal static class OrderSource
{
    public const int PoisonOrderId = 99_999;

    public static Order ToOrder(SourceOrder source) => new()
    {
        OrderId = source.Id,
        CustomerId = source.CustomerId,
        Status = OrderStatus.Open,
        ShipName = source.ShipName,
        ShipCity = source.ShipCity,
        ShipCountry = source.ShipCountry,
    };

    public static Order Poison() => new()
    {
        OrderId = PoisonOrderId,
        CustomerId = "NEMOS",
        Status = OrderStatus.Open,
        ShipName = "Nautilus Supplies",
        ShipCity = "Poseidonis",
        ShipCountry = Document.UnknownCountry,
    };
}
