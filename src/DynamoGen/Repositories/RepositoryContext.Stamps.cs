using DynamoGen.Regions.Lineage;
using DynamoGen.Schema;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>The region that a write is stamped with.</summary>
    /// <exception cref="InvalidOperationException">The region of the client is not known.</exception>
    public string StampedRegion => Region ?? throw new InvalidOperationException(
        $"An item is stamped with the region that it is written in, and the client's is not known: set {nameof(DynamoGenOptions.Region)} in AddDynamoGen.");

    /// <summary>The epoch in which a table is written in the region of these calls.</summary>
    /// <param name="pattern">The access pattern that writes.</param>
    public long StampedEpoch(AccessPattern pattern) => _parts.Regions.Routes.EpochOf(TableName(pattern.Table), Region).Value;

    /// <summary>Makes the mark of a new write.</summary>
    /// <exception cref="InvalidOperationException">The region of the client is not known.</exception>
    public string NewMark() => LineageMark.New(StampedRegion, UtcNow);
}
