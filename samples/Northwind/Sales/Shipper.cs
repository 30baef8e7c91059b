using DynamoGen;

namespace Northwind.Sales;

[Entity<NorthwindTable>]
[Key("SHIPPER#{ShipperId}", "SHIPPER")]
public sealed partial record Shipper(int ShipperId, string CompanyName, string Phone);
