using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Calls the marshaller of an entity that is known only at run time.</summary>
internal interface IItemCodec
{
    byte[] Write(object entity);

    object Read(ReadOnlySpan<byte> item);

    /// <summary>Reads the items of a JSON array with one reader.</summary>
    IReadOnlyList<object> ReadPage(ReadOnlySpan<byte> items);

    Dictionary<string, AttributeValue> ToAttributes(object entity);

    object FromAttributes(Dictionary<string, AttributeValue> item);
}

internal sealed class ItemCodec<TEntity, TMarshaller> : IItemCodec
    where TEntity : notnull
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public byte[] Write(object entity)
    {
        using var writer = new WireWriter();
        TMarshaller.Write(writer, (TEntity)entity);
        return writer.Written.ToArray();
    }

    public Dictionary<string, AttributeValue> ToAttributes(object entity) => AttributeMap.From<TEntity, TMarshaller>((TEntity)entity);

    public object FromAttributes(Dictionary<string, AttributeValue> item) => AttributeMap.Read<TEntity, TMarshaller>(item);

    public object Read(ReadOnlySpan<byte> item)
    {
        var reader = new WireReader(item);
        var entity = TMarshaller.Read(ref reader);
        reader.EndOfResponse();
        return entity;
    }

    public IReadOnlyList<object> ReadPage(ReadOnlySpan<byte> items)
    {
        var entities = new List<object>();
        var reader = new WireReader(items);
        reader.BeginArray();
        while (reader.NextElement())
        {
            entities.Add(TMarshaller.Read(ref reader));
        }

        reader.EndOfResponse();
        return entities;
    }
}
