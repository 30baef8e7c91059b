using System.Collections.Immutable;
using DynamoGen.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>A partition key as the rules see it, whether it is a template of an entity or a property with the SDK's attribute.</summary>
/// <param name="name">The template, or the property's name.</param>
/// <param name="index">The index it belongs to, or null for the table.</param>
/// <param name="parts">The cardinality of each value in it.</param>
/// <param name="remedy">How the code at hand could give it more values.</param>
/// <param name="location">What to underline.</param>
/// <param name="options">The options of the file it stands in.</param>
internal sealed class PartitionKey(string name, string? index, IReadOnlyList<PropertyCardinality> parts, string remedy, Location location, RuleOptions options)
{
    /// <summary>Set on the diagnostics of index keys, which alone can be spread over shards.</summary>
    public const string IndexProperty = "Index";

    public bool IsOfIndex => index is not null;

    public bool IsConstant => parts.Count == 0;

    /// <summary>Whether a null leaves items out of the index.</summary>
    public bool IsSparse => IsOfIndex && parts.Any(part => part.IsNullable);

    public bool HasTimeBucket => parts.Any(part => part.IsTimeBucket);

    /// <summary>The number of possible keys, time buckets aside; null if it is not below the threshold.</summary>
    public long? FewValues
    {
        get
        {
            long product = 1;
            foreach (var part in parts.Where(part => !part.IsTimeBucket))
            {
                if (part.Values is not { } values || values >= options.LowCardinalityThreshold || (product *= values) >= options.LowCardinalityThreshold)
                {
                    return null;
                }
            }

            return product;
        }
    }

    /// <summary>The key in words, to start a message with.</summary>
    public string Description => index is null ? $"Partition key '{name}'" : $"Partition key '{name}' of index '{index}'";

    /// <summary>What a hot partition of it means beyond itself.</summary>
    public string Consequence => index is null ? "" : ", and a hot partition of the index throttles writes to the base table";

    public string Remedy => remedy;

    public Diagnostic Report(DiagnosticDescriptor rule, DiagnosticSeverity severity, params object[] details) =>
        Diagnostic.Create(
            rule,
            location,
            severity,
            additionalLocations: null,
            properties: index is null ? null : ImmutableDictionary<string, string?>.Empty.Add(IndexProperty, index),
            [Description, .. details]);
}
