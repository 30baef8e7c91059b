using DynamoGen.Transactions;

namespace DynamoGen.Streams.Tests.Shop;

/// <summary>A view that a handler keeps.</summary>
[Entity<ShopTable>]
[Key("TOTAL#{Name}", "TOTAL")]
public sealed partial record Total(string Name, int Count);

[Repository<Total>]
public partial interface ITotals
{
    ValueTask<Total?> Get(string name);

    ValueTask Put(Total total);

    [Update("ADD Count {by}")]
    WriteAction UpdateCount(string name, int by);
}
