using System.ComponentModel;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Groups;

/// <summary>
/// One item of a migration, and how those of the other side are found that stand for it: by a Query whose key condition says which they are. Generated code
/// creates it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ItemGroup
{
    private ItemGroup(byte[] key, string condition) => (Key, Condition) = (key, condition);

    /// <summary>The primary key of the one item, as JSON.</summary>
    internal byte[] Key { get; }

    /// <summary>The members of the Query's request that hold the key condition with its names and values, as a JSON object.</summary>
    internal string Condition { get; }

    /// <summary>The primary key of the one item, of an entity.</summary>
    internal Dictionary<string, AttributeValue> KeyAttributes(string entity)
    {
        var reader = new WireReader(Key);
        return reader.ReadAttributes(entity);
    }

    /// <summary>The group of an item.</summary>
    /// <typeparam name="TKey">The item's primary key.</typeparam>
    /// <typeparam name="TQuery">The Query of the others.</typeparam>
    /// <param name="key">The item's primary key.</param>
    /// <param name="query">The Query of the others.</param>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    public static ItemGroup Of<TKey, TQuery>(TKey key, TQuery query)
        where TKey : struct, IKeyRequest
        where TQuery : struct, IQueryRequest
    {
        using var written = new WireWriter();
        key.WriteKey(written);
        using var condition = new WireWriter();
        query.WriteKeyCondition(condition, shard: -1);
        return new ItemGroup(written.Written.ToArray(), $"{{{Encoding.UTF8.GetString(condition.Written.Span).TrimStart(',')}}}");
    }
}
