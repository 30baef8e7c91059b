using DynamoGen;

namespace Northwind.Catalog;

[Entity<NorthwindTable>]
[Key("CATEGORY#{CategoryId}", "CATEGORY")]
public sealed partial record Category(int CategoryId, string Name, string Description);
