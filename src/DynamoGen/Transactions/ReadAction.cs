using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>A read of one item that <see cref="ITransactions.ReadItemsAsync"/> sends. Repositories create it; it can be sent more than once.</summary>
public abstract class ReadAction : TransactionAction
{
    private protected ReadAction(AccessPattern pattern, string tableName)
        : base(pattern, tableName)
    {
    }

    /// <summary>Reads the item at the reader's position.</summary>
    internal abstract object ReadItem(ref WireReader reader);
}

/// <summary>A read of one item of an entity.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public abstract class ReadAction<TEntity> : ReadAction
    where TEntity : class
{
    private protected ReadAction(AccessPattern pattern, string tableName)
        : base(pattern, tableName)
    {
    }
}

/// <summary>An action with its request and marshaller.</summary>
internal sealed class ReadAction<TEntity, TMarshaller, TRequest>(AccessPattern pattern, string tableName, TRequest request)
    : ReadAction<TEntity>(pattern, tableName)
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
    where TRequest : struct, IKeyRequest
{
    internal override void WriteKey(WireWriter writer) => RequestValues.WriteKey(writer, request);

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Get\":{"u8);
        writer.Raw(",\"Key\":"u8);
        RequestValues.WriteKey(writer, request);
        writer.Raw("}}"u8);
    }

    internal override object ReadItem(ref WireReader reader) => reader.ReadItem<TEntity, TMarshaller>();
}
