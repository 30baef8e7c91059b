using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Store;

/// <summary>The items of a group, in the order of their keys.</summary>
/// <param name="Items">The items.</param>
/// <param name="Units">The read units that they took.</param>
internal readonly record struct GroupItems(IReadOnlyList<Dictionary<string, AttributeValue>> Items, double Units);
