using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>
/// Compares items by what is stored of them, as DynamoDB compares values: numbers by value, sets and maps without an order. A time that each write stamps
/// (<c>[UpdatedAt]</c>) differs with each.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TMarshaller">Its marshaller, such as <c>Order.Marshaller</c>.</typeparam>
public sealed class StoredFormComparer<TEntity, TMarshaller> : IEqualityComparer<TEntity>
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    /// <inheritdoc/>
    public bool Equals(TEntity? x, TEntity? y)
    {
        if (x is null || y is null)
        {
            return x is null && y is null;
        }

        var first = Read(x);
        var second = Read(y);
        return first.Count == second.Count
            && first.All(attribute => second.TryGetValue(attribute.Key, out var other) && StoredValues.AreEqual(attribute.Value, other));
    }

    /// <inheritdoc/>
    public int GetHashCode(TEntity obj) => Read(obj).Keys.Aggregate(0, static (sum, name) => sum ^ string.GetHashCode(name, StringComparison.Ordinal));

    private static Dictionary<string, AttributeValue> Read(TEntity entity)
    {
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        var reader = new WireReader(writer.Written.Span);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            attributes.Add(Encoding.UTF8.GetString(name), reader.ReadAttributeValue());
        }

        return attributes;
    }
}
