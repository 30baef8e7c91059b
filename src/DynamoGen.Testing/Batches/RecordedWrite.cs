using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Batches;
using DynamoGen.Serialization;

namespace DynamoGen.Testing;

/// <summary>What an entry of a batch does, as DynamoDB is told of it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WriteRequest.html">WriteRequest</see>.</remarks>
public sealed class RecordedWrite
{
    private RecordedWrite(BatchWrite write, JsonElement sent)
    {
        Write = write;
        if (sent.TryGetProperty("PutRequest", out var put))
        {
            Kind = ActionKind.Put;
            Item = RecordedItem.Read(put.GetProperty("Item"));
            Key = RecordedItem.KeyOf(write.Pattern.Table, Item);
        }
        else
        {
            Kind = ActionKind.Delete;
            Key = RecordedItem.Read(sent.GetProperty("DeleteRequest").GetProperty("Key"));
        }
    }

    /// <summary>The entry.</summary>
    public BatchWrite Write { get; }

    /// <summary>The name of its access pattern, such as <c>IOrders.PutEntry</c>.</summary>
    public string AccessPattern => Write.Pattern.Name;

    /// <summary>The table as it is declared.</summary>
    public string Table => Write.Pattern.Table.Name;

    /// <summary>What it does: <see cref="ActionKind.Put"/> or <see cref="ActionKind.Delete"/>.</summary>
    public ActionKind Kind { get; }

    /// <summary>The primary key of the item.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Key { get; }

    /// <summary>The whole item that a put writes, keys included; null for a deletion.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? Item { get; }

    /// <summary>Reads what an entry does, also one that no batch was given.</summary>
    /// <param name="write">The entry, which a repository has made.</param>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built.</exception>
    public static RecordedWrite Of(BatchWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var sent = JsonDocument.Parse(write.ToJson());
        return new RecordedWrite(write, sent.RootElement);
    }

    /// <summary>Reads <see cref="Item"/> as an entity.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <exception cref="InvalidOperationException">The entry is a deletion.</exception>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    public TEntity ItemAs<TEntity, TMarshaller>()
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        AttributeMap.Read<TEntity, TMarshaller>(Item ?? throw new InvalidOperationException($"{AccessPattern} is a {Kind}, which has no item."));

    /// <summary>The access pattern and what it does; never a value.</summary>
    public override string ToString() => $"{AccessPattern} ({Kind})";
}
