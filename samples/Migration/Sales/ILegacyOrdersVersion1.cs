using DynamoGen;

namespace MovingOrders.Sales;

[Repository<LegacyOrderVersion1>]
public partial interface ILegacyOrdersVersion1
{
    ValueTask Put(LegacyOrderVersion1 order, CancellationToken cancellationToken = default);
}
