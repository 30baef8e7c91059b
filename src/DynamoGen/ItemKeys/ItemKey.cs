namespace DynamoGen.ItemKeys;

/// <summary>
/// The primary key of an item in one table, by which an entry of a batch is known in its answer: however its JSON is written there, the key is the same.
/// </summary>
/// <param name="PartitionKey">The text, the number in digits of one form, or the bytes in Base64.</param>
/// <param name="SortKey">The same of the sort key, or null.</param>
internal readonly record struct ItemKey(string PartitionKey, string? SortKey);
