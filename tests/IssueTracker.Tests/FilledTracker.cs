using DynamoGen.Hosting;
using DynamoGen.Local;
using IssueTracker.Tour;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(IssueTracker.Tests.FilledTracker))]

namespace IssueTracker.Tests;

/// <summary>A DynamoDB Local with one tracker that is filled and only read, and as many empty ones as tests write to.</summary>
public sealed class FilledTracker : IAsyncLifetime
{
    private DynamoDbLocal? _server;
    private ServiceProvider? _services;

    public Uri Endpoint => _server!.Endpoint;

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _server = await DynamoDbLocal.StartAsync();
        _services = await CreateAsync();
        await Get<SampleData>().FillAsync();
    }

    /// <summary>A tracker of its own, empty.</summary>
    public async Task<ServiceProvider> CreateAsync()
    {
        var services = new ServiceCollection().AddIssueTracker(Endpoint, $"{Guid.NewGuid():N}-").BuildServiceProvider();
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<IssueTrackerTable>();
        return services;
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
