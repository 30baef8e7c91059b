using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Reads a page whose items are all of one entity.</summary>
internal readonly struct EntityPageReader<TEntity, TItemReader>(List<TEntity> items) : IPageReader
    where TItemReader : struct, IItemReader<TEntity>
{
    /// <summary>A page is at most 1 MB, so a larger count is not to be trusted with memory.</summary>
    private const int LargestExpected = 100_000;

    public void Expect(int count) => items.EnsureCapacity(items.Count + Math.Clamp(count, 0, LargestExpected));

    public void ReadItem(ref WireReader reader)
    {
        if (TItemReader.Takes(reader))
        {
            items.Add(reader.ReadItem<TEntity, TItemReader>());
        }
        else
        {
            reader.SkipJson();
        }
    }
}
