using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>The texts that the primary keys of an entity's items begin with, and those of no other entity of the table.</summary>
/// <param name="PartitionKey">That of the partition key; empty where it begins with a value.</param>
/// <param name="SortKey">That of the sort key; empty where it begins with a value, or there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record KeyBeginning(string PartitionKey, string SortKey);
