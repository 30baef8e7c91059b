using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>A put or a deletion that <see cref="IBatches"/> sends. Repositories create it; it can be sent more than once.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WriteRequest.html">WriteRequest</see>.</remarks>
public abstract class BatchWrite
{
    private protected BatchWrite(AccessPattern pattern, string tableName) => (Pattern, TableName) = (pattern, tableName);

    /// <summary>The access pattern that made it.</summary>
    public AccessPattern Pattern { get; }

    /// <summary>The name of the table in this environment.</summary>
    public string TableName { get; }

    /// <summary>The system name of the region that the write belongs to; null where it belongs to none, or the client does not say.</summary>
    public string? Region { get; internal init; }

    /// <summary>Whether it puts or deletes.</summary>
    internal abstract BatchEntryKind Kind { get; }

    /// <summary>What is sent for it: an element of the array that <c>RequestItems</c> has for its table, as a JSON object.</summary>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built.</exception>
    public string ToJson()
    {
        using var writer = new WireWriter();
        writer.Raw(Kind.Beginning);
        WriteContent(writer);
        writer.Raw(Kind.End);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    /// <summary>Writes the item or the key as a JSON object.</summary>
    internal abstract void WriteContent(WireWriter writer);
}

/// <summary>A write with what is written or deleted.</summary>
internal sealed class BatchWrite<T, TEntry>(AccessPattern pattern, string tableName, T value) : BatchWrite(pattern, tableName)
    where TEntry : struct, IBatchEntry<T>
{
    internal override BatchEntryKind Kind => TEntry.Kind;

    internal override void WriteContent(WireWriter writer) => TEntry.Write(writer, value);
}
