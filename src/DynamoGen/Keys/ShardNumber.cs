using System.ComponentModel;

namespace DynamoGen.Keys;

/// <summary>Computes the shard of an item from its primary key. The result is part of stored keys, so the computation never changes.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding with calculated
/// suffixes</see>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShardNumber
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The shard: FNV-1a in 64 bits over the partition key, a byte 0xFF, which UTF-8 never holds, and the sort key, then mixed.</summary>
    /// <param name="partitionKey">The primary key's partition key.</param>
    /// <param name="sortKey">Its sort key, or empty.</param>
    /// <param name="shards">How many shards there are.</param>
    /// <returns>0 to <paramref name="shards"/> - 1.</returns>
    public static int ShardOf(ReadOnlySpan<byte> partitionKey, ReadOnlySpan<byte> sortKey, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        var hash = Add(OffsetBasis, partitionKey);
        hash = Add(hash, [0xFF]);
        hash = Add(hash, sortKey);
        return (int)(Mix(hash) % (ulong)shards);
    }

    private static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return hash;
    }

    /// <summary>FNV's low bits are weak; this spreads the high ones over them.</summary>
    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xFF51AFD7ED558CCD);
        return hash ^ (hash >> 33);
    }
}
