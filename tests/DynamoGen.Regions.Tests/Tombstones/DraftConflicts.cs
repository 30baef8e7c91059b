using DynamoGen.Regions.Conflicts;

namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>Writes down the lost updates of one region.</summary>
[StreamHandler<DraftTable>]
public sealed partial class DraftConflicts
{
    /// <summary>What was told, each as often as it was.</summary>
    public List<(Draft Lost, Draft Won, ConflictContext Context)> Told { get; } = [];

    private ValueTask Conflicted(Draft lost, Draft won, ConflictContext context)
    {
        Told.Add((lost, won, context));
        return default;
    }
}
