using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

/// <summary>Reads the responses of GetItem, PutItem, UpdateItem and DeleteItem.</summary>
internal static class ItemResponse
{
    /// <param name="response">The whole response.</param>
    /// <param name="member">The member that holds the item: <c>Item</c> of a read, <c>Attributes</c> of a write.</param>
    public static (TEntity? Entity, double CapacityUnits) Read<TEntity, TMarshaller>(ReadOnlySpan<byte> response, ReadOnlySpan<byte> member)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        TEntity? entity = null;
        double capacityUnits = 0;
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(member))
            {
                entity = TMarshaller.Read(ref reader);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacityUnits = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return (entity, capacityUnits);
    }

    public static double ReadCapacity(ReadOnlySpan<byte> response)
    {
        double capacityUnits = 0;
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacityUnits = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return capacityUnits;
    }
}
