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
