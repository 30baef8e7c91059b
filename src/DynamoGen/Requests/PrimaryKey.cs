using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Writes primary keys into requests.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PrimaryKey
{
    /// <summary>Writes a primary key as a JSON object of attribute values.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <param name="writer">The request being written.</param>
    /// <param name="key">Its values.</param>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    public static void Write<TKey>(WireWriter writer, TKey key)
        where TKey : struct, IKeyRequest
    {
        ArgumentNullException.ThrowIfNull(writer);
        key.WriteKey(writer);
    }
}
