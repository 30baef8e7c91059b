using System.Buffers;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>The JSON of one response, in an array of <see cref="ArrayPool{T}.Shared"/> that <see cref="Dispose"/> gives back.</summary>
public sealed class TransportResponse : IDisposable
{
    private byte[]? _rented;
    private readonly int _length;

    /// <summary>Takes over an array of the shared pool.</summary>
    /// <param name="rented">The array, rented from <see cref="ArrayPool{T}.Shared"/>.</param>
    /// <param name="length">How many of its bytes are the response.</param>
    public TransportResponse(byte[] rented, int length)
    {
        ArgumentNullException.ThrowIfNull(rented);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, rented.Length);
        _rented = rented;
        _length = length;
    }

    /// <summary>The response's JSON.</summary>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            ObjectDisposedException.ThrowIf(_rented is null, this);
            return _rented.AsMemory(0, _length);
        }
    }

    /// <summary>Whether an earlier attempt of the same request may have been applied too, because its answer was lost.</summary>
    public bool MayHaveBeenApplied { get; set; }

    /// <summary>What wants to know what the response says; null where nothing does.</summary>
    internal ObservedRequest? Observer { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
            Observer?.End();
        }
    }
}
