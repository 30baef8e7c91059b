using DynamoGen.Serialization;

namespace DynamoGen.Uniqueness;

/// <summary>An item as it is stored, beside what it is read as.</summary>
internal sealed record StoredItem<TEntity>(byte[] Json, TEntity Entity);

/// <summary>Reads an item and keeps its JSON.</summary>
internal readonly struct StoredItemReader<TEntity, TMarshaller> : IItemReader<StoredItem<TEntity>>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public static string EntityName => TMarshaller.EntityName;

    public static KeyBeginning? Beginning => TMarshaller.Beginning;

    public static StoredItem<TEntity> Read(ref WireReader reader)
    {
        var copy = reader;
        var json = copy.ReadRawJson().ToArray();
        return new StoredItem<TEntity>(json, reader.ReadItem<TEntity, TMarshaller>());
    }
}
