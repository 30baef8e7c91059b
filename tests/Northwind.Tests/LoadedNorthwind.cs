using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Northwind.Catalog;
using Northwind.Data;
using Northwind.Loading;
using Northwind.Sales;
using Northwind.Tour;

[assembly: AssemblyFixture(typeof(Northwind.Tests.LoadedNorthwind))]

namespace Northwind.Tests;

/// <summary>The whole database, loaded once into a DynamoDB Local of its own.</summary>
public sealed class LoadedNorthwind : IAsyncLifetime
{
    private DynamoDbLocal? _server;
    private ServiceProvider? _services;

    public NorthwindSource Source { get; private set; } = null!;

    public int Written { get; private set; }

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        Source = await NorthwindSource.LoadAsync();
        _server = await DynamoDbLocal.StartAsync();
        var services = new ServiceCollection();
        services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = _server.Endpoint.ToString();
                options.TableNamePrefix = $"{Guid.NewGuid():N}-";
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
            })
            .AddRepository<ICustomers>()
            .AddRepository<IOrders>()
            .AddRepository<IOrdersVersion1>()
            .AddRepository<IOrderLines>()
            .AddRepository<IShippers>()
            .AddRepository<IProducts>()
            .AddRepository<ICategories>()
            .AddRepository<ISuppliers>();
        services.AddSingleton<NorthwindLoader>().AddSingleton<AccessPatternTour>();
        _services = services.BuildServiceProvider();
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
