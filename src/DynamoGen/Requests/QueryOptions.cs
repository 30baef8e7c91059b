using System.ComponentModel;
using DynamoGen.Schema;

namespace DynamoGen.Requests;

/// <summary>How a Query reads.</summary>
/// <param name="Descending">From the highest sort key to the lowest.</param>
/// <param name="ConsistentRead">Strongly consistent, at twice the capacity; the table only.</param>
/// <param name="Limit">The most items to return in all, or null for every one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct QueryOptions(bool Descending = false, bool ConsistentRead = false, int? Limit = null)
{
    /// <summary>Whether the items are only counted.</summary>
    internal bool CountsOnly { get; init; }

    /// <summary>The limit as a number of items.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    internal int Most(AccessPattern pattern) => Limit switch
    {
        null => int.MaxValue,
        < 1 => throw new ArgumentOutOfRangeException("limit", Limit, $"The limit of {pattern.Name} must be at least 1."),
        _ => Limit.Value,
    };
}
