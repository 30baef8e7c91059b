using System.IO.Hashing;
using System.Text;

namespace DynamoGen.Serialization;

/// <summary>
/// Who writes: the marks of what a stream handler writes begin with a number of its own, by which it knows the changes again that it made itself. Another's
/// mark looks like it once in 4 billion writes.
/// </summary>
internal static class WriteOrigin
{
    private static readonly AsyncLocal<uint> Ambient = new();

    /// <summary>The number of the handler at work; 0 for none.</summary>
    public static uint Current => Ambient.Value;

    /// <summary>The number of a handler, which is not 0.</summary>
    public static uint Of(string handler) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(handler)) | 1u;

    /// <summary>Lets a handler's writes be known from here on, up to the end of the asynchronous method that calls this.</summary>
    public static void Enter(uint origin) => Ambient.Value = origin;

    /// <summary>A new mark, which is not 0.</summary>
    public static long NewMark()
    {
        var random = Random.Shared;
        return Current is not 0 and var origin ? (long)(((ulong)origin << 32) | (uint)random.NextInt64()) : random.NextInt64(1, long.MaxValue);
    }

    /// <summary>Whether the handler at work made a mark, given as its 8 bytes.</summary>
    public static bool IsOwn(ReadOnlySpan<byte> mark) =>
        Current is not 0 and var origin && mark.Length == sizeof(long) && System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(mark) == origin;
}
