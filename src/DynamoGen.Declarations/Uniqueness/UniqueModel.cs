using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Uniqueness;

/// <summary>A value that is one item's alone.</summary>
/// <param name="Class">The name of the generated class that builds the key of its marker.</param>
/// <param name="Key">The marker's partition key.</param>
internal sealed record UniqueModel(string Class, KeyAttributeModel Key)
{
    /// <summary>The properties that the value is made of.</summary>
    public IEnumerable<KeyPart> Properties => Key.Parts.Where(part => part.IsPlaceholder);
}

/// <summary>The unique values of an entity.</summary>
/// <param name="Constraints">Each of them.</param>
/// <param name="Attributes">The attributes that they are stored in, those of older versions too.</param>
/// <param name="Values">The name of the generated method that lists them.</param>
/// <param name="Changes">The name of the generated method that tells what a write makes of them.</param>
internal sealed record UniquenessModel(EquatableArray<UniqueModel> Constraints, EquatableArray<string> Attributes, string Values, string Changes);

/// <summary>What a write makes of the unique values of its item.</summary>
/// <param name="Before">The parameter that holds the item as it is, or null.</param>
/// <param name="After">The parameter that holds the item as it shall be, or null.</param>
/// <param name="Updates">The values that an update changes, where there are no such parameters.</param>
internal sealed record UniqueWriteModel(string? Before, string? After, EquatableArray<UniqueUpdateModel> Updates = default);

/// <summary>A unique value that an update changes.</summary>
/// <param name="Constraint">Which one.</param>
/// <param name="Before">The parameters that the old key is made of, or none where there is no old value.</param>
/// <param name="After">The parameters that the new key is made of, or none where the value is removed.</param>
internal sealed record UniqueUpdateModel(UniqueModel Constraint, EquatableArray<string> Before, EquatableArray<string> After);
