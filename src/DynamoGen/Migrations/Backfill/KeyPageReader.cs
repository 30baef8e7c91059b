using DynamoGen.ItemKeys;
using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads the keys of a page.</summary>
internal readonly struct KeyPageReader(ItemKeyReader keys, List<ItemKey> found) : IPageReader
{
    public List<ItemKey> Keys => found;

    public void Expect(int count)
    {
        // The list grows as it must.
    }

    public void ReadItem(ref WireReader reader) => found.Add(keys.Read(ref reader));
}
