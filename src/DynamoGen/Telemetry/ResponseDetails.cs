using System.ComponentModel;

namespace DynamoGen.Telemetry;

/// <summary>
/// Gathers what the requests of one call say beside its result, for a method that returns a <see cref="Response{T}"/>. Generated repositories make it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseDetails
{
    private readonly Lock _lock = new();
    private readonly List<string> _requestIds = [];
    private Dictionary<string, double>? _indexes;
    private double _units;
    private int _requests;
    private long _items;
    private long? _scanned;

    /// <summary>Waits for the call, and says what its requests said.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>What it returned, with the details.</returns>
    public async ValueTask<Response<T>> OfAsync<T>(ValueTask<T> call) => Of(await call.ConfigureAwait(false));

    /// <summary>Waits for the call, and says what its requests said.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>What it returned, with the details.</returns>
    public async Task<Response<T>> OfAsync<T>(Task<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Of(await call.ConfigureAwait(false));
    }

    /// <summary>A request is sent.</summary>
    internal void Sent() => Interlocked.Increment(ref _requests);

    /// <summary>A request has ended.</summary>
    /// <param name="requestId">The identifier that AWS gave it; null where the transport does not tell.</param>
    internal void Ended(string? requestId)
    {
        if (requestId is not null)
        {
            lock (_lock)
            {
                _requestIds.Add(requestId);
            }
        }
    }

    /// <summary>Adds what one answer says.</summary>
    /// <param name="items">The items in it.</param>
    /// <param name="scanned">The items that were read for it; null where it does not say.</param>
    /// <param name="units">The capacity units that it consumed in all.</param>
    /// <param name="consumed">What it says of the capacity, as JSON.</param>
    internal void Received(int items, int? scanned, double units, ReadOnlySpan<byte> consumed)
    {
        var resources = ConsumedResource.Read(consumed);
        lock (_lock)
        {
            _items += items;
            _scanned = scanned is null ? _scanned : (_scanned ?? 0) + scanned;
            _units += units;
            foreach (var (_, index, ofIndex, _, _) in resources)
            {
                if (index is not null)
                {
                    _indexes ??= [];
                    _indexes[index] = _indexes.GetValueOrDefault(index) + ofIndex;
                }
            }
        }
    }

    private Response<T> Of<T>(T value)
    {
        lock (_lock)
        {
            return new Response<T>(value)
            {
                ConsumedCapacity = _units,
                CapacityOfIndexes = _indexes,
                Requests = _requests,
                RequestIds = [.. _requestIds],
                Count = _items,
                ScannedCount = _scanned,
            };
        }
    }
}
