using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Groups;

namespace DynamoGen.Migrations.Verification;

/// <summary>A new item, as it is stored or as an old one stands for it, by hashes of 128 bits.</summary>
/// <param name="Key">The hash of its key.</param>
/// <param name="Content">The hash of all of it.</param>
/// <param name="Target">Its key.</param>
/// <param name="Source">The key of the old item that stands for it; null for a new item.</param>
internal readonly record struct HashedItem(UInt128 Key, UInt128 Content, ItemKey Target, ItemKey? Source)
{
    /// <summary>The group that it is, where one item stands for several: then the keys are that of the one. Null where it is an item.</summary>
    public ItemGroup? Group { get; init; }
}

/// <summary>A page of items of one side.</summary>
/// <param name="Next">The key behind which the next page begins, as JSON; null where it was the last.</param>
/// <param name="Items">Its items.</param>
/// <param name="Failed">How many old items cannot be turned into new ones.</param>
internal sealed record HashedPage(string? Next, IReadOnlyList<HashedItem> Items, int Failed);

/// <summary>An old and a new item as they stood at one moment.</summary>
/// <param name="Source">The hash of what the old item stands for; null where there is none.</param>
/// <param name="Target">The hash of the new item; null where there is none.</param>
internal readonly record struct HashedPair(UInt128? Source, UInt128? Target)
{
    /// <summary>Whether the old item cannot be turned into a new one.</summary>
    public bool HasFailed { get; init; }
}
