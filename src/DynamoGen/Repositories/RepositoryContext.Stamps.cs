using DynamoGen.Regions.Lineage;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>The region that a write is stamped with.</summary>
    /// <exception cref="InvalidOperationException">The region of the client is not known.</exception>
    public string StampedRegion => Region ?? throw new InvalidOperationException(
        $"An item is stamped with the region that it is written in, and the client's is not known: set {nameof(DynamoGenOptions.Region)} in AddDynamoGen.");

    /// <summary>Makes the mark of a new write.</summary>
    /// <exception cref="InvalidOperationException">The region of the client is not known.</exception>
    public string NewMark() => LineageMark.New(StampedRegion, UtcNow);
}
