namespace DynamoGen.Cursors;

/// <summary>The key of an item as it is stored.</summary>
/// <param name="Json">All key attributes, as an <c>ExclusiveStartKey</c> has them.</param>
/// <param name="SortKey">The sort key that the query goes by, as bytes that sort as its values do; empty where there is none.</param>
internal readonly record struct ItemPosition(byte[] Json, byte[] SortKey);
