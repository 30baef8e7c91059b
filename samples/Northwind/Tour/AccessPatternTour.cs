using Northwind.Catalog;
using Northwind.Sales;

namespace Northwind.Tour;

/// <summary>The shop's access patterns, one after the other, each as a team would call it.</summary>
public sealed class AccessPatternTour(ICustomers customers, IOrders orders, IOrderLines lines, IProducts products)
{
    public IReadOnlyList<TourStop> Stops =>
    [
        new("Customer by id", async () => Describe(await customers.Get("ALFKI"), customer => customer.CompanyName)),
        new("Customers in Germany", async () => await Count(customers.InCountry("Germany"), "customers")),
        new("Order by id, stored as version 1",
            async () => Describe(await orders.Get(10248), order => $"freight {order.Freight.Amount} {order.Freight.Currency}")),
        new("Order by id, stored as version 2",
            async () => Describe(await orders.Get(11077), order => $"freight {order.Freight.Amount} {order.Freight.Currency}")),
        new("Order with its lines", async () => Describe(await orders.WithLines(10250), order => $"{order.Lines.Count} lines, total {order.Total:0.00} USD")),
        new("Orders of a customer in 2013", async () => await Count(orders.OfCustomer("SAVEA", from: new(2013, 1, 1), to: new(2013, 12, 31)), "orders")),
        new("Open orders", async () => await Count(orders.WithStatus(OrderStatus.Open), "orders")),
        new("Orders of May 2013 that were shipped",
            async () => await Count(orders.WithStatus(OrderStatus.Shipped, from: new(2013, 5, 1), to: new(2013, 5, 31)), "orders")),
        new("Latest ten orders of an employee", async () => $"{(await orders.LatestOfEmployee(4, limit: 10)).Count} orders"),
        new("Lines in which a product was sold", async () => await Count(lines.OfProduct(11), "lines")),
        new("Products of a supplier", async () => await Count(products.OfSupplier(7), "products")),
        new("Products in a category", async () => await Count(products.InCategory(1), "products")),
        new("Products in a category, by name", async () => await Count(products.InCategoryByName(1, "Ch"), "products")),
    ];

    private static string Describe<T>(T? found, Func<T, string> describe)
        where T : class => found is null ? "nothing" : describe(found);

    private static async Task<string> Count<T>(IAsyncEnumerable<T> items, string what) => $"{await items.CountAsync()} {what}";
}
