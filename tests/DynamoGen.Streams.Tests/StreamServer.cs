using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DynamoGen.Streams.Tests.StreamServer))]

namespace DynamoGen.Streams.Tests;

/// <summary>One DynamoDB Local for all tests of the assembly; each test has tables of its own.</summary>
public sealed class StreamServer : IAsyncLifetime
{
    private DynamoDbLocal? _server;

    public string Endpoint => _server!.Endpoint.ToString();

    public static AWSCredentials Credentials => new BasicAWSCredentials("local", "local");

    public async ValueTask InitializeAsync() => _server = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Closes every open shard and opens a child of each: for tests with a server of their own.</summary>
    public Task RollOverShardsAsync() => _server!.RollOverShardsAsync();

    /// <summary>Services with a table that no other test sees, unless it is one of the same prefix.</summary>
    public Task<ServiceProvider> CreateAsync<TTable>(Action<DynamoGenBuilder> addRepositories, string? prefix = null)
        where TTable : class, ITable<TTable> => CreateAsync<TTable>(Endpoint, addRepositories, prefix);

    /// <summary>Services with a table on a server that a test has started for itself.</summary>
    public static async Task<ServiceProvider> CreateAsync<TTable>(string endpoint, Action<DynamoGenBuilder> addRepositories, string? prefix = null)
        where TTable : class, ITable<TTable>
    {
        var services = new ServiceCollection();
        addRepositories(services.AddDynamoGen(options =>
        {
            options.ServiceUrl = endpoint;
            options.TableNamePrefix = prefix ?? $"{Guid.NewGuid():N}-";
            options.Credentials = _ => Credentials;
        }));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<TTable>();
        return provider;
    }
}
