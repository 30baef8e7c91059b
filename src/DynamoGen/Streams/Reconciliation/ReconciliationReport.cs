namespace DynamoGen.Streams.Reconciliation;

/// <summary>What a comparison found.</summary>
/// <param name="Compared">How many items and entries were compared.</param>
/// <param name="Missing">How many entries were missing.</param>
/// <param name="Different">How many were different.</param>
/// <param name="Superfluous">How many were superfluous.</param>
/// <param name="Ahead">How many were ahead of their items; those are not repaired.</param>
/// <param name="Repaired">How many of all of them were repaired, and seen to agree.</param>
public sealed record ReconciliationReport(long Compared, long Missing, long Different, long Superfluous, long Ahead, long Repaired)
{
    /// <summary>How many entries differed.</summary>
    public long Drifted => Missing + Different + Superfluous + Ahead;
}
