using System.Buffers.Binary;
using System.Text;

namespace DynamoGen.Caching;

/// <summary>
/// An item in the cache: when and by which process it was read, the stamp that it had, its key, and its JSON as DynamoDB returned it. The key proves that
/// the entry is the one that was asked for, also where the cache was asked by a hash.
/// </summary>
internal sealed class CacheEntry
{
    private const byte Form = 1;
    private const int FixedLength = 1 + 8 + 8 + 8 + 1 + 8 + 4;

    private CacheEntry()
    {
    }

    /// <summary>The process that read it, as a random number.</summary>
    public required long Process { get; init; }

    /// <summary>How many writes that process had ended when it began to read.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the read began.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The item's stamp, or null.</summary>
    public required long? Stamp { get; init; }

    /// <summary>The item's JSON.</summary>
    public required ReadOnlyMemory<byte> Item { get; init; }

    public static byte[] Write(CacheKey key, long process, long sequence, DateTimeOffset readAt, long? stamp, ReadOnlySpan<byte> item)
    {
        var keyLength = Encoding.UTF8.GetByteCount(key.Text);
        var bytes = new byte[FixedLength + keyLength + item.Length];
        var span = bytes.AsSpan();
        span[0] = Form;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], process);
        BinaryPrimitives.WriteInt64LittleEndian(span[9..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(span[17..], readAt.UtcTicks);
        span[25] = stamp is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(span[26..], stamp ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(span[34..], keyLength);
        Encoding.UTF8.GetBytes(key.Text, span[FixedLength..]);
        item.CopyTo(span[(FixedLength + keyLength)..]);
        return bytes;
    }

    /// <summary>Reads an entry, or null where the bytes are not one of this key.</summary>
    public static CacheEntry? Read(CacheKey key, byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span.Length < FixedLength || span[0] != Form)
        {
            return null;
        }

        var keyLength = BinaryPrimitives.ReadInt32LittleEndian(span[34..]);
        if ((uint)keyLength >= (uint)(span.Length - FixedLength) || Encoding.UTF8.GetString(span.Slice(FixedLength, keyLength)) != key.Text)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64LittleEndian(span[17..]);
        return (ulong)ticks > (ulong)DateTimeOffset.MaxValue.Ticks
            ? null
            : new CacheEntry
            {
                Process = BinaryPrimitives.ReadInt64LittleEndian(span[1..]),
                Sequence = BinaryPrimitives.ReadInt64LittleEndian(span[9..]),
                ReadAt = new DateTimeOffset(ticks, TimeSpan.Zero),
                Stamp = span[25] == 0 ? null : BinaryPrimitives.ReadInt64LittleEndian(span[26..]),
                Item = bytes.AsMemory(FixedLength + keyLength),
            };
    }
}
