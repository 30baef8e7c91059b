using System.Numerics;
using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Cursors;

/// <summary>The attributes that say where in a table or index an item stands: those of the table's key and, in an index, of the index's key too.</summary>
internal sealed class PositionAttributes
{
    private readonly byte[][] _names;
    private readonly KeyAttributeType[] _types;
    private readonly int _sortKey;

    public PositionAttributes(AccessPattern pattern)
    {
        var table = pattern.Table;
        var index = table.GlobalIndexes.FirstOrDefault(candidate => candidate.Name == pattern.Index);
        var local = table.LocalIndexes.FirstOrDefault(candidate => candidate.Name == pattern.Index);
        KeyAttributeSchema?[] all =
            [new(table.PartitionKey, table.PartitionKeyType), Named(table.SortKey, table.SortKeyType),
                Named(index?.PartitionKey, index?.PartitionKeyType), Named(index?.SortKey ?? local?.SortKey, index?.SortKeyType ?? local?.SortKeyType)];
        var keys = all.OfType<KeyAttributeSchema>().DistinctBy(key => key.Name).ToArray();
        _names = Array.ConvertAll(keys, key => Encoding.UTF8.GetBytes(key.Name));
        _types = Array.ConvertAll(keys, key => key.Type);
        var sortKey = pattern.Index is null ? table.SortKey : index?.SortKey ?? local?.SortKey;
        _sortKey = Array.FindIndex(keys, key => key.Name == sortKey);
    }

    /// <summary>Reads the key of an item as it is stored, whatever the entity would make of it today.</summary>
    /// <param name="item">A reader that stands before the item. It is a copy: the caller's stays there.</param>
    /// <param name="entity">The entity's name, for errors.</param>
    /// <exception cref="ItemFormatException">The item lacks a key attribute, or is malformed.</exception>
    public ItemPosition Read(WireReader item, string entity)
    {
        byte[] sortKey = [];
        var missing = (1 << _names.Length) - 1;
        using var key = new WireWriter();
        key.Raw("{"u8);
        item.BeginItem(entity);
        while (item.NextMember(out var name))
        {
            var attribute = IndexOf(name);
            if (attribute < 0)
            {
                item.SkipValue();
                continue;
            }

            var probe = item;
            sortKey = attribute == _sortKey ? probe.ReadSortable(_types[_sortKey]) : sortKey;
            key.MemberName(Encoding.UTF8.GetString(name));
            key.Raw(item.ReadRawJson());
            missing &= ~(1 << attribute);
        }

        key.Raw("}"u8);
        if (missing == 0)
        {
            return new ItemPosition(key.Written.ToArray(), sortKey);
        }

        var absent = BitOperations.TrailingZeroCount(missing);
        throw item.Missing(Encoding.UTF8.GetString(_names[absent]), _types[absent].Descriptor);
    }

    private static KeyAttributeSchema? Named(string? name, KeyAttributeType? type) => name is null ? null : new(name, type.GetValueOrDefault());

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
