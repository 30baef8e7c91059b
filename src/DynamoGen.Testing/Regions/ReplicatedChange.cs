namespace DynamoGen.Testing;

/// <summary>A change of one region that has arrived in another.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The item's key as JSON.</param>
/// <param name="Origin">The region where it was made.</param>
/// <param name="Destination">The region where it arrived.</param>
/// <param name="Timestamp">The private timestamp that decided, by the clock of its origin.</param>
/// <param name="IsDeletion">Whether the item was deleted.</param>
/// <param name="IsApplied">Whether it won there; where it lost, nothing happened.</param>
public sealed record ReplicatedChange(
    string Table, string Key, string Origin, string Destination, DateTimeOffset Timestamp, bool IsDeletion, bool IsApplied);
