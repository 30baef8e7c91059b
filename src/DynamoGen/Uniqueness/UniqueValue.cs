using System.ComponentModel;

namespace DynamoGen.Uniqueness;

/// <summary>A value that is one item's alone.</summary>
/// <param name="Constraint">The template of its <see cref="UniqueAttribute"/>.</param>
/// <param name="PartitionKey">The key of its marker, or null where the item has no such value.</param>
/// <param name="Expiry">The epoch second in which the item expires, and its claim with it; null for never.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UniqueValue(string Constraint, string? PartitionKey, long? Expiry = null);
