using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>An attribute of an item that is written as a constant, and may be its hash key.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Text">Its value.</param>
/// <param name="Value">The operation of the value.</param>
/// <param name="Varying">The attributes beside it that are no constants.</param>
internal sealed record WrittenHash(string Attribute, string Text, IOperation Value, IReadOnlyCollection<string> Varying);
