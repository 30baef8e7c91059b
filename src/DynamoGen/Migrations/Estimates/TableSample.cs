using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Estimates;

/// <summary>Some pages of a table, from parts of it that are chosen at random.</summary>
/// <param name="Pages">The pages; one may be empty.</param>
/// <param name="IsWhole">Whether they are the whole table.</param>
/// <param name="Items">How many items the table has, as DynamoDB says.</param>
/// <param name="Bytes">Their bytes, as DynamoDB says.</param>
internal sealed record TableSample(IReadOnlyList<IReadOnlyList<Dictionary<string, AttributeValue>>> Pages, bool IsWhole, long Items, long Bytes);
