using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MovingOrders.Load;

/// <summary>A build of the application as if it were a process of its own: with services of its own, that follow the migration by themselves.</summary>
internal sealed class Build : IAsyncDisposable
{
    private const int Writers = 2;
    private const int Readers = 2;

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stopping = new();
    private Task _clerks = Task.CompletedTask;

    private Build(string name, ServiceProvider services, IShop shop) => (Name, _services, Shop) = (name, services, shop);

    public string Name { get; }

    public IShop Shop { get; }

    public IServiceProvider Services => _services;

    public BuildCounts Counts { get; } = new();

    /// <summary>Starts the build: it reads the phase before anything else.</summary>
    public static async Task<Build> StartAsync(string name, SampleAddress address, Func<IServiceProvider, IShop> shop)
    {
        var services = new ServiceCollection();
        services.AddOrders(address);
        var provider = services.BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>())
        {
            // A background service goes on only as long as the token with which it was started: it is stopped by itself, behind the comparison at the end.
            await hosted.StartAsync(CancellationToken.None);
        }

        return new Build(name, provider, shop(provider));
    }

    /// <summary>Lets its clerks work.</summary>
    /// <param name="book">What they share with those of the other build.</param>
    /// <param name="broken">What is cancelled where one of them fails.</param>
    public void Open(OrderBook book, CancellationTokenSource broken) => _clerks = Task.WhenAll(
        Enumerable.Range(0, Writers + Readers).Select(number =>
        {
            var clerk = new Clerk(Shop, book, Counts);
            return Task.Run(() => WorkAsync(() => number < Writers ? clerk.WriteAsync(_stopping.Token) : clerk.ReadAsync(_stopping.Token), broken));
        }));

    /// <summary>Lets its clerks end what they do, and throws what one of them failed with.</summary>
    public async Task CloseAsync()
    {
        await _stopping.CancelAsync();
        await _clerks;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        _stopping.Dispose();
    }

    private static async Task WorkAsync(Func<Task> work, CancellationTokenSource broken)
    {
        try
        {
            await work();
        }
        catch
        {
            await broken.CancelAsync();
            throw;
        }
    }
}
