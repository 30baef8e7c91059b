using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Requests;

/// <summary>An element of a list or an entry of a dictionary.</summary>
/// <param name="Key">The key of a dictionary's entry; null for a list.</param>
/// <param name="Value">The value.</param>
/// <param name="IsCertain">Whether it is there exactly once on every way through the code.</param>
internal sealed record VisibleEntry(IOperation? Key, IOperation Value, bool IsCertain);
