namespace DynamoGen.Serialization;

/// <content>The primary key of an item of which nothing else is wanted.</content>
public ref partial struct WireReader
{
    /// <summary>Reads the partition key of an item, and steps over all else.</summary>
    /// <typeparam name="T">The type of the key.</typeparam>
    /// <typeparam name="TCodec">Reads it.</typeparam>
    /// <param name="attribute">The key attribute.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the item has it.</returns>
    public bool TryReadKey<T, TCodec>(ReadOnlySpan<byte> attribute, out T key)
        where TCodec : struct, IValueCodec<T> =>
        TryReadKey<T, TCodec, bool, NoSortKey>(attribute, default, out key, out _);

    /// <summary>Reads the primary key of an item, and steps over all else.</summary>
    /// <typeparam name="TPartition">The type of the partition key.</typeparam>
    /// <typeparam name="TPartitionCodec">Reads it.</typeparam>
    /// <typeparam name="TSort">The type of the sort key.</typeparam>
    /// <typeparam name="TSortCodec">Reads it.</typeparam>
    /// <param name="partitionAttribute">The attribute of the partition key.</param>
    /// <param name="sortAttribute">The attribute of the sort key; empty for none.</param>
    /// <param name="partitionKey">The partition key.</param>
    /// <param name="sortKey">The sort key.</param>
    /// <returns>Whether the item has all of it.</returns>
    public bool TryReadKey<TPartition, TPartitionCodec, TSort, TSortCodec>(
        ReadOnlySpan<byte> partitionAttribute,
        ReadOnlySpan<byte> sortAttribute,
        out TPartition partitionKey,
        out TSort sortKey)
        where TPartitionCodec : struct, IValueCodec<TPartition>
        where TSortCodec : struct, IValueCodec<TSort>
    {
        (partitionKey, sortKey) = (default!, default!);
        var (hasPartition, hasSort) = (false, sortAttribute.IsEmpty);
        BeginObject();
        while (NextMember(out var name))
        {
            if (name.SequenceEqual(partitionAttribute))
            {
                partitionKey = TPartitionCodec.Read(ref this);
                hasPartition = true;
            }
            else if (!sortAttribute.IsEmpty && name.SequenceEqual(sortAttribute))
            {
                sortKey = TSortCodec.Read(ref this);
                hasSort = true;
            }
            else
            {
                SkipValue();
            }
        }

        return hasPartition && hasSort;
    }

    /// <summary>Stands for the codec of a sort key that is not there, and is never called.</summary>
    private readonly struct NoSortKey : IValueCodec<bool>
    {
        public static void Write(WireWriter writer, bool value) => throw new NotSupportedException();

        public static bool Read(ref WireReader reader) => throw new NotSupportedException();
    }
}
