using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Groups;

/// <summary>An item as it is stored.</summary>
/// <param name="Json">Its JSON.</param>
/// <param name="Attributes">Its attributes.</param>
internal readonly record struct StoredItem(byte[] Json, Dictionary<string, AttributeValue> Attributes)
{
    /// <summary>The sort key as bytes that sort as its values do; empty where the table has none.</summary>
    public byte[] SortKeyOf(TableSchema table)
    {
        if (table.SortKey is null)
        {
            return [];
        }

        var attribute = Encoding.UTF8.GetBytes(table.SortKey);
        var reader = new WireReader(Json);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(attribute))
            {
                return reader.ReadSortable(table.SortKeyType);
            }

            reader.SkipJson();
        }

        throw reader.Missing(table.SortKey, table.SortKeyType.Descriptor);
    }

    /// <exception cref="DynamoGenException">A value cannot be stored.</exception>
    public static StoredItem Of<TEntity, TMarshaller>(TEntity entity)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        using var writer = new WireWriter();
        writer.Item<TEntity, TMarshaller>(entity);
        var reader = new WireReader(writer.Written.Span);
        return new StoredItem(writer.Written.ToArray(), reader.ReadAttributes(TMarshaller.EntityName));
    }
}
