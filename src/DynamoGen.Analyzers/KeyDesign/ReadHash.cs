using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The value by which a Query reads the hash key of a table or an index.</summary>
/// <param name="Value">The text or the number.</param>
/// <param name="Index">The index, or null for the table itself.</param>
/// <param name="Attribute">The hash key, or null where the code does not name it.</param>
internal sealed record ReadHash(IOperation Value, string? Index, string? Attribute);
