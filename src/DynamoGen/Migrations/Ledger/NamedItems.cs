using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>What an entry of the ledger names, as it was read.</summary>
/// <param name="Items">The item, or those of its group; none where there is nothing of the entity.</param>
/// <param name="Delivery">How often what follows had been written by then, where it is not written together with what it follows.</param>
internal readonly record struct NamedItems(IReadOnlyList<Dictionary<string, AttributeValue>> Items, long Delivery = 0);
