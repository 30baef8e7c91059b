using DynamoGen.Schema;

namespace DynamoGen.Telemetry.Capacity;

/// <summary>What the calls of one access pattern consumed, beside what its declaration says.</summary>
/// <param name="Pattern">The access pattern, with its <see cref="AccessPattern.Estimate"/> and its <see cref="AccessPattern.CapacityBudget"/>.</param>
public sealed record PatternCapacity(AccessPattern Pattern)
{
    /// <summary>The calls that came to their end. A call that failed, or that a cache answered, is none of them.</summary>
    public long Calls { get; init; }

    /// <summary>The items that they returned or wrote.</summary>
    public long Items { get; init; }

    /// <summary>The capacity units that they consumed, their indexes included.</summary>
    public double TotalUnits { get; init; }

    /// <summary>The capacity units of a call in the mean, and of a batch of an item that was returned or written; 0 where there was no call.</summary>
    public double MeanUnits => TotalUnits / Math.Max(1, IsForEachItem(Pattern) ? Items : Calls);

    /// <summary>The capacity units of the most expensive call, and of a batch those of its items in the mean.</summary>
    public double MaxUnits { get; init; }

    /// <summary>How many calls were over the budget.</summary>
    public long OverBudget { get; init; }

    /// <summary>Whether an estimate is for each item, and not for the call.</summary>
    internal static bool IsForEachItem(AccessPattern pattern) => pattern.Operation is DynamoOperation.BatchGetItem or DynamoOperation.BatchWriteItem;
}
