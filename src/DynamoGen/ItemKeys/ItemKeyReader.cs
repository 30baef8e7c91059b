using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.ItemKeys;

/// <summary>Finds the primary key in items and keys of one table.</summary>
internal sealed class ItemKeyReader(TableSchema table)
{
    private readonly byte[] _partitionKey = Encoding.UTF8.GetBytes(table.PartitionKey);
    private readonly byte[]? _sortKey = table.SortKey is null ? null : Encoding.UTF8.GetBytes(table.SortKey);

    /// <exception cref="ItemFormatException">An attribute of the key is missing or of another type.</exception>
    public ItemKey Read(ReadOnlySpan<byte> item)
    {
        var reader = new WireReader(item);
        return Read(ref reader);
    }

    /// <exception cref="ItemFormatException">An attribute of the key is missing or of another type.</exception>
    public ItemKey Read(ref WireReader reader)
    {
        string? partitionKey = null;
        string? sortKey = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(_partitionKey))
            {
                partitionKey = reader.ReadKey(table.PartitionKeyType);
            }
            else if (_sortKey is not null && name.SequenceEqual(_sortKey))
            {
                sortKey = reader.ReadKey(table.SortKeyType);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return partitionKey is not null && (sortKey is not null || _sortKey is null)
            ? new ItemKey(partitionKey, sortKey)
            : throw (partitionKey is null
                ? reader.Missing(table.PartitionKey, table.PartitionKeyType.Descriptor)
                : reader.Missing(table.SortKey!, table.SortKeyType.Descriptor));
    }
}
