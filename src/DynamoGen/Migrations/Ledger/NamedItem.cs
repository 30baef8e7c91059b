using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>An item that the ledger names, as it was read.</summary>
/// <param name="Item">The item; null where there is none of its entity.</param>
/// <param name="Delivery">How often the item that follows it had been written by then, where that lies elsewhere.</param>
internal readonly record struct NamedItem(Dictionary<string, AttributeValue>? Item, long Delivery = 0);
