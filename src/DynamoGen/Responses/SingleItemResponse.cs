using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Reads the responses of GetItem, PutItem, UpdateItem and DeleteItem.</summary>
internal static class SingleItemResponse
{
    public static (TEntity? Entity, ConsumedCapacity Capacity) Read<TEntity, TItemReader>(ReadOnlySpan<byte> response)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity> => Read<TEntity, TItemReader>(response, "Item"u8, isEmptyNone: false);

    /// <summary>Reads the state of its item that a write returns; an item without attributes is none.</summary>
    public static (TEntity? Entity, ConsumedCapacity Capacity) ReadReturned<TEntity, TItemReader>(ReadOnlySpan<byte> response)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity> => Read<TEntity, TItemReader>(response, "Attributes"u8, isEmptyNone: true);

    private static (TEntity? Entity, ConsumedCapacity Capacity) Read<TEntity, TItemReader>(
        ReadOnlySpan<byte> response, ReadOnlySpan<byte> member, bool isEmptyNone)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
    {
        TEntity? entity = null;
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(member) && !(isEmptyNone && IsEmptyObject(reader)))
            {
                entity = reader.ReadItem<TEntity, TItemReader>();
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return (entity, capacity);
    }

    /// <summary>Copies the item that a GetItem returns, as it is written.</summary>
    public static (byte[]? Item, ConsumedCapacity Capacity) ReadJson(ReadOnlySpan<byte> response)
    {
        byte[]? item = null;
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                item = reader.ReadRawJson().ToArray();
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return (item, capacity);
    }

    /// <summary>Whether a GetItem found an item.</summary>
    public static (bool IsThere, ConsumedCapacity Capacity) ReadPresence(ReadOnlySpan<byte> response)
    {
        var isThere = false;
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                isThere |= name.SequenceEqual("Item"u8);
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return (isThere, capacity);
    }

    public static ConsumedCapacity ReadCapacity(ReadOnlySpan<byte> response)
    {
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return capacity;
    }

    private static bool IsEmptyObject(WireReader probe)
    {
        probe.BeginObject();
        return !probe.NextMember(out _);
    }
}
