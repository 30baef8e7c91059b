using System.Buffers;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>The JSON of one response, in an array of <see cref="ArrayPool{T}.Shared"/> that <see cref="Dispose"/> gives back.</summary>
public sealed class TransportResponse : IDisposable
{
    /// <summary>The array, or the observer that keeps it; null once it was given back.</summary>
    private object? _held;
    private readonly int _length;

    /// <summary>Takes over an array of the shared pool.</summary>
    /// <param name="rented">The array, rented from <see cref="ArrayPool{T}.Shared"/>.</param>
    /// <param name="length">How many of its bytes are the response.</param>
    public TransportResponse(byte[] rented, int length)
    {
        ArgumentNullException.ThrowIfNull(rented);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, rented.Length);
        _held = rented;
        _length = length;
    }

    /// <summary>The response's JSON.</summary>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            var rented = Memory(_held);
            ObjectDisposedException.ThrowIf(rented is null, this);
            return rented.AsMemory(0, _length);
        }
    }

    /// <summary>Whether an earlier attempt of the same request may have been applied too, because its answer was lost.</summary>
    public bool MayHaveBeenApplied { get; set; }

    /// <summary>What wants to know what the response says; null where nothing does.</summary>
    internal ObservedRequest? Observer => _held as ObservedRequest;

    /// <inheritdoc/>
    public void Dispose()
    {
        var held = Interlocked.Exchange(ref _held, null);
        if (Memory(held) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
            (held as ObservedRequest)?.End();
        }
    }

    /// <summary>Lets a request know what its response says, before anybody reads it.</summary>
    internal void ObserveBy(ObservedRequest observer)
    {
        observer.Memory = Memory(_held);
        _held = observer;
    }

    private static byte[]? Memory(object? held) => held as byte[] ?? (held as ObservedRequest)?.Memory;
}
