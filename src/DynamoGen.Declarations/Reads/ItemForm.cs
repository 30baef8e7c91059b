using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>What a read makes of an item, where that is not just the entity as the table or the index holds it.</summary>
/// <param name="TypeName">The C# type: the entity, a projection or the primary key.</param>
/// <param name="Reader">The type that reads it, for use anywhere.</param>
/// <param name="Attributes">The attributes to ask for, or none for all that there are.</param>
/// <param name="Hydration">Where what an index lacks is read from.</param>
internal sealed record ItemForm(string TypeName, string Reader, EquatableArray<string> Attributes, Hydration Hydration = Hydration.None);

/// <summary>Where what an index lacks is read from.</summary>
internal enum Hydration
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>From the table, by DynamoDB itself.</summary>
    Fetch,

    /// <summary>From the table, by BatchGetItem for the keys that the index holds.</summary>
    Batch,
}
