using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Uniqueness;

/// <summary>A marker as it is stored.</summary>
/// <param name="Json">The whole item.</param>
/// <param name="Owner">The primary key of the item whose value it is, as JSON.</param>
internal sealed record StoredMarker(byte[] Json, byte[] Owner);

/// <summary>Reads the markers of one entity.</summary>
internal readonly struct StoredMarkerReader<TEntity, TMarshaller> : IItemReader<StoredMarker>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public static string EntityName => UniqueMarker.EntityName(TMarshaller.EntityName);

    public static StoredMarker Read(ref WireReader reader)
    {
        var copy = reader;
        var json = copy.ReadRawJson().ToArray();
        byte[]? owner = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("_owner"u8))
            {
                reader.BeginValue("M"u8);
                owner = reader.ReadRawJson().ToArray();
                reader.EndValue();
            }
            else
            {
                reader.SkipJson();
            }
        }

        return new StoredMarker(json, owner ?? throw reader.Missing(UniqueMarker.Owner, "M"));
    }
}

/// <summary>Asks for an item by a primary key that is JSON already.</summary>
internal readonly struct StoredKeyRequest(byte[] key) : IKeyRequest
{
    public void WriteKey(WireWriter writer) => writer.Raw(key);
}

/// <summary>Asks for a marker.</summary>
internal readonly struct MarkerRequest(Schema.TableSchema table, string partitionKey) : IKeyRequest
{
    public void WriteKey(WireWriter writer) => UniqueMarker.WriteKey(writer, table, partitionKey);
}
