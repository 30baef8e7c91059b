namespace DynamoGen.Testing;

/// <summary>An item of a replicated table, in whichever region.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">Its key as JSON, always written in one way.</param>
internal readonly record struct ReplicatedItem(string Table, string Key);
