using DynamoGen.Caching;
using DynamoGen.Cursors;
using DynamoGen.Interception;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Repositories;

/// <summary>What the calls of a context are put together of, and what outlives each of them.</summary>
internal sealed class ContextParts
{
    private readonly Lazy<string?> _region;

    public ContextParts(
        ITransport transport,
        DynamoGenTelemetry telemetry,
        DynamoGenOptions options,
        TimeProvider timeProvider,
        ItemCache? cache,
        RequestInterceptors? interceptors,
        Func<string?>? region = null,
        RegionContexts? regions = null)
    {
        ArgumentNullException.ThrowIfNull(telemetry);
        ArgumentNullException.ThrowIfNull(options);
        (Telemetry, Options, TimeProvider, Cache, Interceptors) = (telemetry, options, timeProvider, cache, interceptors);
        Transport = cache is null ? transport : new InvalidatingTransport(transport, cache);
        Regions = regions ?? RegionContexts.None;
        _region = new Lazy<string?>(region ?? (() => options.Region));
        CursorKeys = new CursorKeyRing(options.CursorKey, options.PreviousCursorKeys, telemetry.Logger);
    }

    public ITransport Transport { get; }

    public DynamoGenTelemetry Telemetry { get; }

    public DynamoGenOptions Options { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// The region that the requests go to; it is only found where it is asked for, since a client may have to look for it outside of the process.
    /// </summary>
    public string? Region => _region.Value;

    public ItemCache? Cache { get; }

    public RequestInterceptors? Interceptors { get; }

    /// <summary>The contexts of other regions.</summary>
    public RegionContexts Regions { get; }

    public CursorKeyRing CursorKeys { get; }
}
