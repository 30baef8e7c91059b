namespace DynamoGen.Testing;

/// <summary>A change that the application made in one region, on its way to the others.</summary>
/// <param name="Item">The item.</param>
/// <param name="Version">Its private timestamp.</param>
/// <param name="WrittenAt">When it was written by the true clock, in ticks.</param>
/// <param name="Number">Its number among all changes of all regions, in the order in which they were read.</param>
/// <param name="Keys">The item's key as JSON.</param>
/// <param name="NewImage">The whole item as JSON; empty where it was deleted.</param>
internal sealed record RegionChange(
    ReplicatedItem Item, ItemVersion Version, long WrittenAt, long Number, ReadOnlyMemory<byte> Keys, ReadOnlyMemory<byte> NewImage)
{
    public bool IsDeletion => NewImage.IsEmpty;
}
