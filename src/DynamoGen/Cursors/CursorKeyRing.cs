using System.Security.Cryptography;
using DynamoGen.Schema;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Cursors;

/// <summary>Makes cursors with the current key, and takes those made with the current or a previous one.</summary>
internal sealed class CursorKeyRing
{
    private readonly CursorSeal _current;
    private readonly CursorSeal[] _previous;
    private readonly ILogger _logger;
    private int _warningsDue;

    /// <summary>Takes copies of the keys; without one, makes a random key that ends with this object.</summary>
    public CursorKeyRing(byte[]? key, IEnumerable<byte[]> previous, ILogger logger)
    {
        _current = new CursorSeal(key ?? RandomNumberGenerator.GetBytes(CursorSeal.MinSecretBytes));
        _previous = [.. previous.Select(previousKey => new CursorSeal(previousKey))];
        _logger = logger;
        _warningsDue = key is null ? 1 : 0;
    }

    /// <summary>Makes the cursor of a position in a query.</summary>
    public string Close(ReadOnlySpan<byte> position, ReadOnlySpan<byte> query)
    {
        if (Interlocked.Exchange(ref _warningsDue, 0) > 0)
        {
            _logger.RandomCursorKey();
        }

        return _current.Close(position, query);
    }

    /// <summary>The position that a cursor stands for.</summary>
    /// <exception cref="InvalidCursorException">None of the keys made it for this query.</exception>
    public byte[] Open(AccessPattern pattern, string cursor, ReadOnlySpan<byte> query)
    {
        if (CursorSeal.TryDecode(cursor, out var bytes))
        {
            if (_current.TryOpen(bytes, query, out var position))
            {
                return position;
            }

            foreach (var seal in _previous)
            {
                if (seal.TryOpen(bytes, query, out position))
                {
                    return position;
                }
            }
        }

        throw new InvalidCursorException(pattern.Name);
    }
}
