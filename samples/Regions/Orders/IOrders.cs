using DynamoGen;

namespace OrdersEverywhere.Orders;

/// <summary>What is asked of orders.</summary>
[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int number);

    ValueTask<Order> Put(Order order);

    /// <summary>Writes an order unless it has been written since it was read: what is judged by the region's own copy, like every condition.</summary>
    [Condition("Mark = {mark}")]
    ValueTask<bool> Replace(Order order, string mark);
}
