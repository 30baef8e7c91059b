using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>A way of reading that is fed with mutated texts.</summary>
internal abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>Reads a text.</summary>
    /// <returns>The entities in it.</returns>
    public abstract IReadOnlyList<object> Read(ReadOnlySpan<byte> json);

    /// <summary>Writes an entity that was read.</summary>
    public abstract byte[] Write(object entity);

    /// <summary>Reads an item written by <see cref="Write"/>.</summary>
    public abstract object ReadItem(ReadOnlySpan<byte> json);

    /// <summary>Compares an item that was read with what its entity was written as, where the target reads items.</summary>
    public virtual void Compare(byte[] json, byte[] written)
    {
    }
}

/// <param name="exact">The attributes that keep exactly what they hold.</param>
internal class ItemTarget<TEntity, TMarshaller>(params string[] exact) : FuzzTarget
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public override string Name => typeof(TEntity).Name;

    public override IReadOnlyList<object> Read(ReadOnlySpan<byte> json) => [ReadItem(json)];

    public override void Compare(byte[] json, byte[] written) => SdkOracle.Compare(json, written, exact);

    public override byte[] Write(object entity)
    {
        using var writer = new WireWriter();
        TMarshaller.Write(writer, (TEntity)entity);
        return writer.Written.ToArray();
    }

    public override object ReadItem(ReadOnlySpan<byte> json)
    {
        var reader = new WireReader(json);
        var entity = TMarshaller.Read(ref reader);
        reader.EndOfResponse();
        return entity;
    }
}

internal sealed class GetItemTarget<TEntity, TMarshaller> : ItemTarget<TEntity, TMarshaller>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public override string Name => "GetItem of " + base.Name;

    public override IReadOnlyList<object> Read(ReadOnlySpan<byte> json) =>
        SingleItemResponse.Read<TEntity, TMarshaller>(json).Entity is { } entity ? [entity] : [];
}

internal sealed class QueryTarget<TEntity, TMarshaller> : ItemTarget<TEntity, TMarshaller>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public override string Name => "Query of " + base.Name;

    public override IReadOnlyList<object> Read(ReadOnlySpan<byte> json)
    {
        var items = new List<TEntity>();
        var page = new EntityPageReader<TEntity, TMarshaller>(items);
        QueryPage.Read(json, ref page);
        return items;
    }
}
