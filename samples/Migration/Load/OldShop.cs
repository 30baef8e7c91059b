using MovingOrders.Sales;

namespace MovingOrders.Load;

/// <summary>The old build: it knows old orders alone, in every phase.</summary>
internal sealed class OldShop(ILegacyOrders orders) : IShop
{
    public async Task<Order?> GetAsync(string customerId, int orderId) =>
        await orders.Get(customerId, orderId) is { } order ? OrderMigration.Forward(order) : null;

    public async Task<IReadOnlyList<Order>> ListAsync(string customerId) =>
        await orders.OfCustomer(customerId).Select(OrderMigration.Forward).ToListAsync();

    public async Task<bool> CreateAsync(Order order) => await orders.Create(OrderMigration.Backward(order));

    public async Task PutAsync(Order order) => await orders.Put(OrderMigration.Backward(order));

    public async Task<bool> ShipAsync(Order order, DateOnly shippedOn) => await orders.UpdateShippedOn(order.CustomerId, order.OrderId, shippedOn);

    public async Task DeleteAsync(Order order) => await orders.Delete(order.CustomerId, order.OrderId);
}
