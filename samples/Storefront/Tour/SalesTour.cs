using DynamoGen;
using DynamoGen.Transactions;
using Storefront.Catalog;
using Storefront.Sales;

namespace Storefront.Tour;

/// <summary>Customers and orders: unique values, a lock, pages, shards, an item collection, a transaction of writes, and what expires.</summary>
internal sealed class SalesTour(ICustomers customers, IOrders orders, IBaskets baskets, IProducts products, ITransactions transactions)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly CustomerId Ada = new("ada");

    public IReadOnlyList<TourStop> Stops => [.. OfCustomers, .. OfOrders, .. OfBaskets];

    private IEnumerable<TourStop> OfCustomers =>
    [
        new("Create with a unique value", async () =>
        {
            await customers.Create(new() { CustomerId = Ada, Name = "Ada", Email = "ada@example.com", Address = new("Main St 1", "London", null, "UK") });
            return Found(await customers.Get(Ada)).Address!.City;
        }),
        new("Unique value that is taken", async () =>
        {
            try
            {
                await customers.Create(new() { CustomerId = new("eve"), Name = "Eve", Email = "ada@example.com" });
                return "created";
            }
            catch (UniqueConstraintException)
            {
                return "refused";
            }
        }),
        new("Replace that changes a unique value", async () =>
        {
            var before = Found(await customers.Get(Ada));
            return (await customers.Replace(before with { Email = "ada@example.org" }, before)).Email;
        }),
    ];

    private IEnumerable<TourStop> OfOrders =>
    [
        new("Create", async () => $"revision {(await orders.Create(Order(1))).Revision}"),
        new("Transaction of writes", async () =>
        {
            await transactions.WriteAsync([orders.CreateAction(Order(2)), products.UpdateStockAction(1, by: -2, atLeast: 2)]);
            return $"{Found(await products.Get(1)).Stock} in stock";
        }),
        new("Transaction that is refused", async () =>
        {
            try
            {
                await transactions.WriteAsync([orders.CreateAction(Order(3)), products.UpdateStockAction(1, by: -99, atLeast: 99)]);
                return "written";
            }
            catch (TransactionFailedException refused)
            {
                return string.Join(", ", refused.Failures.Select(failure => failure.Reason));
            }
        }),
        new("Replace under a lock", async () =>
            $"revision {(await orders.Replace(Found(await orders.Get(Ada, 1)) with { Note = "Ring twice" })).Revision}"),
        new("Replace of what has changed since", async () =>
        {
            try
            {
                await orders.Replace(Order(1) with { Revision = 1 });
                return "replaced";
            }
            catch (ConditionFailedException)
            {
                return "refused";
            }
        }),
        new("Update that renews an index key", async () =>
        {
            var order = Found(await orders.Get(Ada, 1));
            return $"{(await orders.UpdateStatus(Ada, 1, OrderStatus.Shipped, "Left at the door", order.Revision)).Status}";
        }),
        new("Query with a range", async () => await Numbers(orders.OfCustomer(Ada, from: 2))),
        new("Pages with a cursor", async () =>
        {
            var first = await orders.LatestOfCustomer(Ada, limit: 1);
            var second = await orders.LatestOfCustomer(Ada, limit: 1, first.Cursor);
            return $"{first.Items[0].OrderId}, then {second.Items[0].OrderId}";
        }),
        new("Query over shards", async () => await Numbers(orders.WithStatus(OrderStatus.Open))),
        new("Keys of an index", async () => await orders.KeysByNumber(2).SingleAsync() is var key ? $"{key.CustomerId.Value} {key.OrderId}" : ""),
        new("Query with hydration", async () => Found(await orders.ByNumber(1)).Note ?? "no note"),
        new("Item collection", async () => Found(await customers.WithOrders(Ada)) is var all ? $"{all.Customer.Name} with {all.Orders.Count} orders" : ""),
        new("Delete under a lock", async () => await orders.Delete(Found(await orders.Get(Ada, 2))) ? "deleted" : "changed since"),
    ];

    private IEnumerable<TourStop> OfBaskets =>
    [
        new("Update of a list", async () =>
        {
            var basket = new Basket { BasketId = Guid.NewGuid(), Lines = [new(1, 1, 18)], ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) };
            await baskets.Put(basket);
            return $"{(await baskets.UpdateLines(basket.BasketId, [new(2, 6, 19)])).Lines.Count} lines";
        }),
        new("Item that has expired", async () =>
        {
            // DynamoDB keeps what expired more than five years ago, so that it is the read that hides it.
            var basket = new Basket { BasketId = Guid.NewGuid(), ExpiresAt = DateTimeOffset.UtcNow.AddYears(-6) };
            await baskets.Put(basket);
            return await baskets.Get(basket.BasketId) is null ? "hidden" : "there";
        }),
    ];

    private static Order Order(int orderId) => new()
    {
        CustomerId = Ada,
        OrderId = orderId,
        OrderedAt = Start.AddDays(orderId),
        Status = OrderStatus.Open,
        Lines = [new(1, 2, 18), new(3, 1, 10)],
    };

    private static async Task<string> Numbers(IAsyncEnumerable<Order> found) => string.Join(", ", await found.Select(order => order.OrderId).ToListAsync());

    private static T Found<T>(T? item)
        where T : class => item ?? throw new InvalidOperationException($"There is no such {typeof(T).Name}.");
}
