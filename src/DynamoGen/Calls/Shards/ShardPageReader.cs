using DynamoGen.Cursors;
using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Calls.Shards;

/// <summary>
/// Reads a page of one shard. Items that stand before the cursor were written since, in a shard that had not come as far: they are
/// stepped over, as one Query would.
/// </summary>
internal readonly struct ShardPageReader<TEntity, TItemReader>(ShardAnswer<TEntity> shard, PositionAttributes keys, MergeOrder order, MergePlace? cursor)
    : IPageReader
    where TEntity : notnull
    where TItemReader : struct, IItemReader<TEntity>
{
    public void Expect(int count)
    {
        // A shard's page is at most as long as its share of the limit.
    }

    public void ReadItem(ref WireReader reader)
    {
        if (!TItemReader.Takes(reader))
        {
            reader.SkipJson();
            return;
        }

        var key = keys.Read(reader, TItemReader.EntityName);
        if (cursor is { } last && order.Compare(new MergePlace(key.SortKey, shard.Number), last) < 0)
        {
            reader.SkipValue();
            return;
        }

        shard.Items.Add(new ShardItem<TEntity>(reader.ReadItem<TEntity, TItemReader>(), key));
    }
}
