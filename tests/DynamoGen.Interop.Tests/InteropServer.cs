using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DynamoGen.Interop.Tests.InteropServer))]

namespace DynamoGen.Interop.Tests;

/// <summary>DynamoDB Local, which DynamoGen, the other programs and the SDK's own mapper all use.</summary>
public sealed class InteropServer : IAsyncLifetime
{
    private DynamoDbLocal? _server;

    public string Endpoint => _server!.Endpoint.ToString();

    public async ValueTask InitializeAsync() => _server = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Services with a table that no other test sees.</summary>
    public async Task<ServiceProvider> CreateAsync<TTable>(Action<DynamoGenBuilder> addRepositories)
        where TTable : class, ITable<TTable>
    {
        var services = new ServiceCollection();
        addRepositories(services.AddDynamoGen(options =>
        {
            options.ServiceUrl = Endpoint;
            options.TableNamePrefix = $"{Guid.NewGuid():N}-";
            options.Credentials = static _ => new Amazon.Runtime.BasicAWSCredentials("local", "local");
        }));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<TTable>();
        return provider;
    }

    /// <summary>A client as another program has one.</summary>
    public AmazonDynamoDBClient Client() => new("local", "local", new AmazonDynamoDBConfig { ServiceURL = Endpoint });
}
