namespace DynamoGen.Schema;

/// <summary>
/// What a call of an access pattern takes of the capacity, as far as its declaration says it: for an item of up to 4 KB that is read, or up to 1 KB that is
/// written; of a batch for each item.
/// </summary>
/// <param name="Least">The capacity units that it takes at least, where it finds an item of the smallest size.</param>
/// <param name="Most">The capacity units that it takes at most; null where that depends on how many items there are.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity unit consumption</see>, and
/// <c>docs/costs.md</c>.
/// </remarks>
public sealed record CapacityEstimate(double Least, double? Most);
