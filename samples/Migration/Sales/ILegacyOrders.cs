using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>What the old build asks for.</summary>
[Repository<LegacyOrder>]
public partial interface ILegacyOrders
{
    [ConsistentRead]
    ValueTask<LegacyOrder?> Get(string customerId, int orderId, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    IAsyncEnumerable<LegacyOrder> OfCustomer(string customerId, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(LegacyOrder order, CancellationToken cancellationToken = default);

    ValueTask Put(LegacyOrder order, CancellationToken cancellationToken = default);

    [Update("SET ShippedOn = {shippedOn}")]
    ValueTask<bool> UpdateShippedOn(string customerId, int orderId, DateOnly shippedOn, CancellationToken cancellationToken = default);

    ValueTask Delete(string customerId, int orderId, CancellationToken cancellationToken = default);
}
