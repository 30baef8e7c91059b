using DynamoGen.Streams;

namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>Writes down the removals that one region's stream shows.</summary>
[StreamHandler<DraftTable>]
public sealed partial class DraftRemovals
{
    /// <summary>Which drafts were removed, and by whom.</summary>
    public List<(int Id, RemovalCause Cause)> Removed { get; } = [];

    private ValueTask RemovedAsync(Draft before, RemovalCause cause)
    {
        Removed.Add((before.Id, cause));
        return default;
    }
}
