using MovingOrders.Sales;

namespace MovingOrders.Load;

/// <summary>What a clerk does with orders, in whatever form the build has them.</summary>
internal interface IShop
{
    Task<Order?> GetAsync(string customerId, int orderId);

    Task<IReadOnlyList<Order>> ListAsync(string customerId);

    /// <returns>Whether there was no such order.</returns>
    Task<bool> CreateAsync(Order order);

    Task PutAsync(Order order);

    /// <returns>Whether there is such an order.</returns>
    Task<bool> ShipAsync(Order order, DateOnly shippedOn);

    Task DeleteAsync(Order order);
}
