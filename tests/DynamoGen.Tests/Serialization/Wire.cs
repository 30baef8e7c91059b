using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization;

/// <summary>Takes an entity to its JSON and back.</summary>
internal static class Wire
{
    public static string Write<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    public static TEntity Read<TEntity, TMarshaller>(string json)
        where TMarshaller : struct, IItemMarshaller<TEntity> => Read<TEntity, TMarshaller>(Encoding.UTF8.GetBytes(json));

    public static TEntity Read<TEntity, TMarshaller>(ReadOnlySpan<byte> json)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var reader = new WireReader(json);
        var entity = reader.ReadItem<TEntity, TMarshaller>();
        reader.EndOfResponse();
        return entity;
    }
}
