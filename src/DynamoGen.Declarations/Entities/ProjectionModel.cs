using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Entities;

/// <summary>A type marked with <c>[Projection]</c>: all that its generated half is written from.</summary>
/// <param name="Type">The projection's type.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Version">The current version of the entity's stored shape.</param>
/// <param name="Shape">Its members, with the entity's upcasters.</param>
/// <param name="ReaderStruct">The name of the generated reader.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names, and those of null where its types say nothing of it.</param>
/// <param name="Hiding">The names of those generated members that hide one of a base type.</param>
internal sealed record ProjectionModel(
    TypeIdentity Type,
    EntityReference Entity,
    int Version,
    ObjectValue Shape,
    string ReaderStruct,
    EquatableArray<string> Experiments,
    EquatableArray<string> Hiding)
{
    /// <summary>The attributes by which the entity's items are known.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;

    /// <summary>The attributes that it is read from.</summary>
    public IEnumerable<string> Attributes => Shape.StoredAttributes.Concat(Marks.All);
}
