using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Marks;

/// <summary>Asks for the keys of those items of an entity that carry no mark.</summary>
internal readonly struct UnmarkedScan(TableSchema table, KeyBeginning beginning) : IQueryRequest
{
    public void WriteKeyCondition(WireWriter writer, int shard) => EntityFilter.WriteUnmarkedKeys(writer, table, beginning);
}

/// <summary>Reads the key of an item, of which nothing else was asked for, as JSON.</summary>
internal readonly struct UnmarkedKeyReader<TEntity, TMarshaller> : IItemReader<byte[]>
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public static string EntityName => TMarshaller.EntityName;

    public static byte[] Read(ref WireReader reader) => reader.ReadRawJson().ToArray();
}
