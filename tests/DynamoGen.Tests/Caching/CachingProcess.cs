using System.Diagnostics.Metrics;
using DynamoGen.Caching;
using DynamoGen.Hosting;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Tests.Caching;

/// <summary>The services of one process, with a cache of its own and perhaps a second level that it shares.</summary>
internal sealed class CachingProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly OwnMeterFactory _meters = new();
    private readonly Measurements _measurements;

    public CachingProcess(ITransport transport, TimeProvider time, SharedCache? shared = null, string prefix = "test-")
    {
        var services = new ServiceCollection();
        services.AddSingleton(transport);
        services.AddSingleton(time);
        services.AddSingleton<IMeterFactory>(_meters);
        services.AddHybridCache();
        if (shared is not null)
        {
            services.Replace(ServiceDescriptor.Singleton<IDistributedCache>(shared));
        }

        AddRepositories(services.AddDynamoGen(options => options.TableNamePrefix = prefix));
        _services = services.BuildServiceProvider();
        _measurements = new Measurements(_meters);
    }

    public IProducts Products => _services.GetRequiredService<IProducts>();

    public IProductWrites Writes => _services.GetRequiredService<IProductWrites>();

    public IStocks Stocks => _services.GetRequiredService<IStocks>();

    public INotes Notes => _services.GetRequiredService<INotes>();

    public ITransactions Transactions => _services.GetRequiredService<ITransactions>();

    public HybridCache Cache => _services.GetRequiredService<HybridCache>();

    public ItemCache Items => _services.GetRequiredService<RegisteredCache>().Items!;

    public (int Hits, int Misses, int StaleRefused) Counted =>
        (Count("dynamogen.cache.hits"), Count("dynamogen.cache.misses"), Count("dynamogen.cache.stale_refused"));

    public Measurements Measurements => _measurements;

    public static void AddRepositories(DynamoGenBuilder builder) =>
        builder.AddRepository<IProducts>().AddRepository<IProductWrites>().AddRepository<IStocks>().AddRepository<INotes>();

    public async ValueTask DisposeAsync()
    {
        _measurements.Dispose();
        _meters.Dispose();
        await _services.DisposeAsync();
    }

    private int Count(string instrument) => _measurements.Of(instrument).Count;
}
