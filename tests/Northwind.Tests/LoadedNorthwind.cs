using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Northwind.Data;
using Northwind.Loading;

[assembly: AssemblyFixture(typeof(Northwind.Tests.LoadedNorthwind))]

namespace Northwind.Tests;

/// <summary>The whole database, loaded once into a DynamoDB Local of its own.</summary>
public sealed class LoadedNorthwind : IAsyncLifetime
{
    private DynamoDbLocal? _server;
    private ServiceProvider? _services;

    public NorthwindSource Source { get; private set; } = null!;

    public Uri Endpoint => _server!.Endpoint;

    /// <summary>What the names of its tables begin with.</summary>
    public string Prefix { get; } = $"{Guid.NewGuid():N}-";

    public int Written { get; private set; }

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        Source = await NorthwindSource.LoadAsync();
        _server = await DynamoDbLocal.StartAsync();
        _services = new ServiceCollection().AddNorthwind(Endpoint, Prefix).BuildServiceProvider();
        await Get<TableProvisioner>().EnsureCreatedAsync<NorthwindTable>();
        var written = 0;
        await Get<NorthwindLoader>().LoadAsync(Source, () => Interlocked.Increment(ref written));
        Written = written;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
