using DynamoGen;

namespace GoodDesign.Catalog;

[Entity<ShopTable>]
[Key("PRODUCT#{ProductId}", "PRODUCT")]
public sealed partial record Product(int ProductId, string Title, int Stock);
