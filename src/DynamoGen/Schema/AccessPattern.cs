namespace DynamoGen.Schema;

/// <summary>One declared access pattern: what a span, a metric or a log line is named after.</summary>
/// <param name="Name">The repository and the method, such as <c>IOrders.Get</c>.</param>
/// <param name="Operation">The DynamoDB operation that answers it.</param>
/// <param name="Table">The table it goes to.</param>
/// <param name="Index">The index it goes to, or null for the table itself.</param>
public sealed record AccessPattern(string Name, DynamoOperation Operation, TableSchema Table, string? Index = null)
{
    /// <summary>How its answers are cached; null where they are not.</summary>
    public CachePolicy? Cache { get; init; }

    /// <summary>What a call takes of the capacity, as far as its declaration says it; null where that depends on the table's size.</summary>
    public CapacityEstimate? Estimate { get; init; }

    /// <summary>
    /// How many capacity units it may take: a call of a read by <see cref="CapacityBudgetAttribute"/>, each item of a write by
    /// <see cref="WriteBudgetAttribute"/>; null where nobody has said.
    /// </summary>
    public double? CapacityBudget { get; init; }

    /// <summary>Which partition keys it can name; null where nothing is known of them.</summary>
    public PatternReach? Reach { get; init; }
}
