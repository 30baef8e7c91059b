using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Reads items that come in no order, each under its primary key.</summary>
internal readonly struct KeyedPageReader<TEntity, TItemReader>(Dictionary<ItemKey, TEntity> items, ItemKeyReader keys) : IPageReader
    where TItemReader : struct, IItemReader<TEntity>
{
    public void Expect(int count)
    {
        // The dictionary was made as large as the request.
    }

    public void ReadItem(ref WireReader reader)
    {
        var probe = reader;
        items[keys.Read(ref probe)] = reader.ReadItem<TEntity, TItemReader>();
    }
}
