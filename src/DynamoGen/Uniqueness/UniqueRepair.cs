namespace DynamoGen.Uniqueness;

/// <summary>What a repair of unique values found and did.</summary>
/// <param name="Claimed">How many values had no marker and got one.</param>
/// <param name="Released">How many markers were of no item any more and are deleted.</param>
/// <param name="Duplicates">
/// The values that another item has too. Nothing was changed of these: which of the items shall keep the value is for a person to say.
/// </param>
public sealed record UniqueRepair(int Claimed, int Released, IReadOnlyList<UniqueDuplicate> Duplicates);

/// <summary>A value that an item has although it is another item's.</summary>
/// <param name="Constraint">The template of the <see cref="UniqueAttribute"/>.</param>
/// <param name="Marker">The partition key of the value's marker, which names the other item.</param>
/// <param name="PartitionKey">The partition key of the item that has no marker.</param>
/// <param name="SortKey">Its sort key, in a table that has one.</param>
public sealed record UniqueDuplicate(string Constraint, string Marker, string PartitionKey, string? SortKey);
