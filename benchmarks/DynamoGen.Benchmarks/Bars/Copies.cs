using DynamoGen.Benchmarks.Baskets;
using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>Deep copies of entities, which cost what the entities themselves are: each object and text once, each collection as small as it can be.</summary>
internal static class Copies
{
    public static List<Order> Of(List<Order> orders)
    {
        var copies = new List<Order>(orders.Count);
        foreach (var order in orders)
        {
            copies.Add(order with { CustomerId = Of(order.CustomerId), ShipName = Of(order.ShipName), ShipCity = Of(order.ShipCity) });
        }

        return copies;
    }

    public static List<Basket> Of(List<Basket> baskets)
    {
        var copies = new List<Basket>(baskets.Count);
        foreach (var basket in baskets)
        {
            copies.Add(Of(basket));
        }

        return copies;
    }

    private static Basket Of(Basket basket)
    {
        var lines = new List<Line>(basket.Lines.Count);
        foreach (var line in basket.Lines)
        {
            lines.Add(line with { Name = Of(line.Name) });
        }

        var counts = new Dictionary<string, int>(basket.Counts.Count);
        foreach (var pair in basket.Counts)
        {
            counts.Add(Of(pair.Key), pair.Value);
        }

        var tags = new HashSet<string>(basket.Tags.Count);
        foreach (var tag in basket.Tags)
        {
            tags.Add(Of(tag));
        }

        var discounts = new List<decimal>(basket.Discounts.Count);
        discounts.AddRange(basket.Discounts);
        return basket with
        {
            ShipTo = Of(basket.ShipTo),
            BillTo = basket.BillTo is { } billTo ? Of(billTo) : null,
            Lines = lines,
            Counts = counts,
            Tags = tags,
            Discounts = discounts,
        };
    }

    private static Address Of(Address address) => new(Of(address.Street), Of(address.City), Of(address.Country));

    private static string Of(string text) => new(text.AsSpan());
}
