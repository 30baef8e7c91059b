using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace DynamoGen.Transport;

/// <summary>Reads a whole response body into pooled memory and proves that it arrived intact.</summary>
internal static class ResponseBody
{
    /// <summary>
    /// A page is at most 1 MB of item data. One byte of it takes at most about ten bytes of JSON (a null under a
    /// one-letter name), so this bound is never met by an honest page.
    /// </summary>
    internal const int Limit = 17 * 1024 * 1024;

    private const int CapacityOfUnknownLength = 16 * 1024;

    /// <summary>What is rented on the word of a Content-Length alone; beyond it the array grows with what really arrives.</summary>
    private const int CapacityOnTrust = 1024 * 1024;

    /// <summary>The body's length as declared for exactly the bytes that are read, or null if it is not known.</summary>
    public static long? DeclaredLength(string? contentLength, string? contentEncoding) =>
        long.TryParse(contentLength, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && string.IsNullOrEmpty(contentEncoding) ? length : null;

    /// <exception cref="ResponseTooLargeException">The declared length is larger than the limit.</exception>
    public static void RefuseLarger(long? declared, int limit)
    {
        if (declared > limit)
        {
            throw new ResponseTooLargeException(limit);
        }
    }

    /// <summary>Reads the whole of a body.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="declared">Its length, or null where that is not known.</param>
    /// <param name="checksum">The value of its <c>x-amz-crc32</c> header; none or empty where it has none.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The body is shorter than declared, or its checksum is wrong.</exception>
    /// <exception cref="ResponseTooLargeException">The body is longer than <paramref name="limit"/> bytes.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TransportResponse> ReadAsync(
        Stream stream, long? declared, string? checksum, int limit, CancellationToken cancellationToken)
    {
        // One byte more than expected, so that the read that finds the end needs no larger array.
        var capacity = (int)Math.Min(declared ?? CapacityOfUnknownLength, CapacityOnTrust) + 1;
        var rented = ArrayPool<byte>.Shared.Rent(capacity);
        try
        {
            var length = 0;
            int read;
            while ((read = await stream.ReadAsync(rented.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    throw new ResponseTooLargeException(limit);
                }

                if (length == rented.Length)
                {
                    rented = Grow(rented);
                }
            }

            Verify(checksum, declared, rented.AsSpan(0, length), isAsSent: stream is not (GZipStream or DeflateStream or BrotliStream or ZLibStream));
            return new TransportResponse(rented, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    private static byte[] Grow(byte[] rented)
    {
        var larger = ArrayPool<byte>.Shared.Rent(rented.Length * 2);
        rented.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(rented);
        return larger;
    }

    /// <summary>
    /// Throws what the SDK's retry policy takes for a transient fault. The checksum is that of the payload as it is sent, so that it says nothing of one
    /// that a handler of the user's own has decompressed on the way.
    /// </summary>
    private static void Verify(string? sentChecksum, long? declared, ReadOnlySpan<byte> body, bool isAsSent)
    {
        if (declared is { } expected && body.Length != expected)
        {
            throw new IOException($"DynamoDB's response ended after {body.Length} of {declared} bytes.");
        }

        if (isAsSent
            && uint.TryParse(sentChecksum, NumberStyles.None, CultureInfo.InvariantCulture, out var checksum)
            && Crc32.HashToUInt32(body) != checksum)
        {
            throw new IOException("The CRC32 checksum of DynamoDB's response does not match the one in its x-amz-crc32 header.");
        }
    }
}
