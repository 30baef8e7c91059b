using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The key that a request gives of an item.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Attributes">The names of the attributes, sorted, with <c> + </c> between them.</param>
/// <param name="Place">The request.</param>
internal sealed record GivenKey(string Table, string Attributes, Location Place);
