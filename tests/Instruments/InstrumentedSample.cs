using System.Diagnostics.Metrics;
using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Instruments;

/// <summary>A sample with tables of its own, behind a proxy that knows what the server told, and with all telemetry recorded.</summary>
internal sealed class InstrumentedSample : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private InstrumentedSample(CapacityProxy proxy, IServiceCollection services)
    {
        Proxy = proxy;
        IMeterFactory? meters = null;

        // Meters of other tests have no scope, and are there before this one's factory is.
        Telemetry = new RecordedTelemetry(meter => meters is not null && ReferenceEquals(meter.Scope, meters));
        services.AddMetrics().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Telemetry));
        _services = services.BuildServiceProvider();
        meters = _services.GetRequiredService<IMeterFactory>();
    }

    public CapacityProxy Proxy { get; }

    public RecordedTelemetry Telemetry { get; }

    public IServiceProvider Services => _services;

    /// <summary>Starts a sample, or what a test declares for itself.</summary>
    /// <param name="server">The server.</param>
    /// <param name="add">Adds a client and repositories.</param>
    /// <param name="create">Makes the tables.</param>
    /// <param name="configure">Changes the client's options.</param>
    public static async Task<InstrumentedSample> StartAsync(
        Uri server,
        Func<IServiceCollection, Uri, string, IServiceCollection> add,
        Func<TableProvisioner, Task> create,
        Action<DynamoGenOptions>? configure = null)
    {
        var proxy = await CapacityProxy.StartAsync(server);
        var services = add(new ServiceCollection(), new Uri(proxy.Address), $"{Guid.NewGuid():N}-");
        if (configure is not null)
        {
            services.AddDynamoGen(configure);
        }

        var sample = new InstrumentedSample(proxy, services);
        await create(sample.Services.GetRequiredService<TableProvisioner>());
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Telemetry.Dispose();
        await Proxy.DisposeAsync();
    }
}
