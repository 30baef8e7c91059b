using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;

namespace DynamoGen.Batches;

/// <summary>A table that a batch goes to.</summary>
/// <param name="name">Its name in this environment.</param>
/// <param name="schema">The table as declared.</param>
internal sealed class BatchTable(string name, TableSchema schema) : NamedTable(name, schema)
{
    private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);

    public ItemKeyReader Keys { get; } = new(schema);

    /// <summary>Whether a response speaks of this table.</summary>
    public bool IsNamed(ReadOnlySpan<byte> utf8Name) => utf8Name.SequenceEqual(_utf8Name);
}

/// <summary>The primary key of an entry.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The key in it.</param>
internal readonly record struct BatchKey(BatchTable Table, ItemKey Key);
