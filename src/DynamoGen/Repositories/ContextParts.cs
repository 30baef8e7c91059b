using DynamoGen.Caching;
using DynamoGen.Cursors;
using DynamoGen.Interception;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Repositories;

/// <summary>What the calls of a context are put together of, and what outlives each of them.</summary>
internal sealed class ContextParts
{
    public ContextParts(
        ITransport transport,
        DynamoGenTelemetry telemetry,
        DynamoGenOptions options,
        TimeProvider timeProvider,
        ItemCache? cache,
        RequestInterceptors? interceptors)
    {
        ArgumentNullException.ThrowIfNull(telemetry);
        ArgumentNullException.ThrowIfNull(options);
        (Telemetry, Options, TimeProvider, Cache, Interceptors) = (telemetry, options, timeProvider, cache, interceptors);
        Transport = cache is null ? transport : new InvalidatingTransport(transport, cache);
        CursorKeys = new CursorKeyRing(options.CursorKey, options.PreviousCursorKeys, telemetry.Logger);
    }

    public ITransport Transport { get; }

    public DynamoGenTelemetry Telemetry { get; }

    public DynamoGenOptions Options { get; }

    public TimeProvider TimeProvider { get; }

    public ItemCache? Cache { get; }

    public RequestInterceptors? Interceptors { get; }

    public CursorKeyRing CursorKeys { get; }
}
