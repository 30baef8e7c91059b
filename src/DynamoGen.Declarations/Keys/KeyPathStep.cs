namespace DynamoGen.Declarations.Keys;

/// <summary>One step from an entity to the nested member that a part of a key is.</summary>
/// <param name="Property">The property.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record KeyPathStep(string Property, bool IsNullable);
