using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>A partition key as the rules see it, whether it is a template of an entity or a property with the SDK's attribute.</summary>
/// <param name="name">The template, or the property's name.</param>
/// <param name="index">The index it belongs to, or null for the table.</param>
/// <param name="spread">Over how many keys it spreads the items.</param>
/// <param name="remedy">How the code at hand could give it more values.</param>
/// <param name="location">What to underline.</param>
/// <param name="growingSortKey">The sort key beside it, if each new item sorts last there.</param>
internal sealed class PartitionKey(string name, string? index, KeySpread spread, string remedy, Location location, string? growingSortKey)
{
    /// <summary>Set on the diagnostics of index keys, which alone can be spread over shards.</summary>
    public const string IndexProperty = "Index";

    public KeySpread Spread => spread;

    /// <summary>The index it belongs to, or null for the table.</summary>
    public string? Index => index;

    public Location Location => location;

    /// <summary>The sort key beside it, if each new item sorts last there; null for every other one.</summary>
    public string? GrowingSortKey => growingSortKey;

    public bool IsOfIndex => index is not null;

    /// <summary>Whether a null leaves items out of the index.</summary>
    public bool IsSparse => IsOfIndex && spread.HasNullablePart;

    /// <summary>The key in words, to start a message with.</summary>
    public string Description => index is null ? $"Partition key '{name}'" : $"Partition key '{name}' of index '{index}'";

    /// <summary>What a hot partition of it means beyond itself.</summary>
    private string Consequence => index is null ? "" : " (a hot partition of the index throttles writes to the table)";

    /// <summary>Reports the key; the message is about its description, the details, the load on each key, the consequence and the remedy.</summary>
    public Diagnostic Report(DiagnosticDescriptor rule, DiagnosticSeverity severity, params object[] details) =>
        Diagnostic.Create(
            rule,
            location,
            severity,
            additionalLocations: null,
            properties: index is null ? null : ImmutableDictionary<string, string?>.Empty.Add(IndexProperty, index),
            [Description, .. details, spread.Load, Consequence, remedy]);
}
