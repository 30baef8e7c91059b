using System.Text.Json;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Serialization;

/// <summary>Reads the bytes of a page, or merely tokenises them.</summary>
public static class Pages
{
    public static int Tokenise(byte[] page)
    {
        var tokens = 0;
        var reader = new Utf8JsonReader(page);
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    public static List<TEntity> Read<TEntity, TMarshaller>(byte[] page)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var entities = new List<TEntity>(CannedResponses.PageSize);
        var reader = new WireReader(page);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (!name.SequenceEqual("Items"u8))
            {
                reader.SkipValue();
                continue;
            }

            reader.BeginArray();
            while (reader.NextElement())
            {
                entities.Add(TMarshaller.Read(ref reader));
            }
        }

        return entities;
    }
}
