using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Sinks;

/// <summary>
/// The id of what is derived from an item: the values of its key in the order of their attributes' names, with <c>|</c> between them. Two items of one table
/// never have the same id; those of two tables can, so that each table needs a place of its own.
/// </summary>
/// <remarks>
/// <c>%</c> and <c>|</c> in a value are <c>%25</c> and <c>%7C</c>, and a <c>~</c> at the beginning is <c>%7E</c>. Numbers are digits of one form, bytes are
/// Base64. An id of more than <see cref="MaxBytes"/> is <c>~</c> and the SHA-256 of it in Base64 for URLs.
/// </remarks>
public static class DocumentId
{
    /// <summary>The most bytes of UTF-8 that an id has, which is what Elasticsearch and OpenSearch take.</summary>
    public const int MaxBytes = 512;

    /// <summary>The id of a key.</summary>
    /// <param name="keys">The key as a record of a stream has it: a JSON object of key attributes.</param>
    /// <exception cref="ItemFormatException">It is no key.</exception>
    public static string Of(ReadOnlySpan<byte> keys) => Join(KeyText.ReadAttributes(keys).Values.Select(static value => value[1..]));

    /// <summary>The id of an item.</summary>
    /// <typeparam name="TTable">The item's table.</typeparam>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller, such as <c>Order.Marshaller</c>.</typeparam>
    /// <param name="entity">The item.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    public static string Of<TTable, TEntity, TMarshaller>(TEntity entity)
        where TTable : class, ITable<TTable>
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var table = TTable.Schema;
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        var key = new ItemKeyReader(table).Read(writer.Written.Span);
        return key.SortKey is null ? Join([key.PartitionKey])
            : string.CompareOrdinal(table.PartitionKey, table.SortKey) < 0 ? Join([key.PartitionKey, key.SortKey])
            : Join([key.SortKey, key.PartitionKey]);
    }

    private static string Join(IEnumerable<string> values)
    {
        var escaped = values.Select(static value => value.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal));
        var id = string.Join('|', escaped);
        id = id.StartsWith('~') ? $"%7E{id.AsSpan(1)}" : id;
        var bytes = Encoding.UTF8.GetBytes(id);
        return bytes.Length <= MaxBytes ? id : $"~{Base64Url.EncodeToString(SHA256.HashData(bytes))}";
    }
}
