using MovingOrders.Sales;

namespace MovingOrders.Load;

/// <summary>The new build: it knows new orders alone, in every phase.</summary>
internal sealed class NewShop(IOrders orders) : IShop
{
    public async Task<Order?> GetAsync(string customerId, int orderId) => await orders.Get(customerId, orderId);

    public async Task<IReadOnlyList<Order>> ListAsync(string customerId) => await orders.OfCustomer(customerId).ToListAsync();

    public async Task<bool> CreateAsync(Order order) => await orders.Create(order);

    public async Task PutAsync(Order order) => await orders.Put(order);

    public async Task<bool> ShipAsync(Order order, DateOnly shippedOn) => await orders.UpdateShippedOn(order.CustomerId, order.OrderId, shippedOn);

    public async Task DeleteAsync(Order order) => await orders.Delete(order.CustomerId, order.OrderId);
}
