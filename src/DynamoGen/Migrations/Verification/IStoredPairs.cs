using DynamoGen.ItemKeys;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads old and new items together, as JSON.</summary>
internal interface IStoredPairs
{
    /// <summary>Reads an old and a new item as they are at one moment.</summary>
    /// <param name="source">The key of the old item; null where it is not known, and only the new one is read.</param>
    /// <param name="target">The key of the new item.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    ValueTask<StoredPair> ReadAsync(ItemKey? source, ItemKey target, CancellationToken cancellationToken);

    /// <summary>Lets the items follow that are behind.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}

/// <summary>An old and a new item, as JSON; null where there is none.</summary>
internal readonly record struct StoredPair(byte[]? Source, byte[]? Target);
