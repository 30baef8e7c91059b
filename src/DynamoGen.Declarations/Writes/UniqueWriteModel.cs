using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;

namespace DynamoGen.Declarations.Writes;

/// <summary>What a write makes of the unique values of its item.</summary>
/// <param name="Before">The parameter that holds the item as it is, or null.</param>
/// <param name="After">The parameter that holds the item as it shall be, or null.</param>
/// <param name="Updates">The values that an update changes, where there are no such parameters.</param>
internal sealed record UniqueWriteModel(string? Before, string? After, EquatableArray<UniqueUpdateModel> Updates = default);

/// <summary>A unique value that an update changes.</summary>
/// <param name="Constraint">Which one.</param>
/// <param name="Before">What the old key is made of, or nothing where there is no old value.</param>
/// <param name="After">What the new key is made of, or nothing where the value is removed.</param>
internal sealed record UniqueUpdateModel(UniqueModel Constraint, EquatableArray<ValueSource> Before, EquatableArray<ValueSource> After);
