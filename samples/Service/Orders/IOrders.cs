using DynamoGen;
using NorthwindService.Customers;

namespace NorthwindService.Orders;

/// <summary>Each method is one access pattern, and each endpoint calls one of them.</summary>
[Repository<Order>]
public partial interface IOrders
{
    ValueTask<OrderWithLines?> WithLines(int orderId, CancellationToken cancellationToken = default);

    [Index("by-customer"), Descending]
    ValueTask<Page<Order>> OfCustomer(CustomerId customerId, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    [Index("by-employee"), Descending]
    ValueTask<IReadOnlyList<Order>> LatestOfEmployee(int employeeId, int limit, CancellationToken cancellationToken = default);

    /// <summary>Reads every order that the employee ever had, and pays for it.</summary>
    [Index("by-employee")]
    [Filter("attribute_not_exists(ShippedOn)")]
    ValueTask<IReadOnlyList<Order>> OpenOfEmployeeByFilter(int employeeId, CancellationToken cancellationToken = default);

    /// <summary>The same orders from an index that has no others.</summary>
    [Index("open")]
    ValueTask<IReadOnlyList<Order>> OpenOfEmployee(int openWith, CancellationToken cancellationToken = default);

    ValueTask Create(Order order, CancellationToken cancellationToken = default);

    /// <summary>The order leaves the index <c>open</c>.</summary>
    [Update("SET ShippedOn = {shippedOn} REMOVE OpenWith")]
    [Condition("attribute_not_exists(ShippedOn)")]
    ValueTask UpdateShippedOn(int orderId, DateOnly shippedOn, CancellationToken cancellationToken = default);

    ValueTask PutMany(IEnumerable<Order> orders, CancellationToken cancellationToken = default);
}
