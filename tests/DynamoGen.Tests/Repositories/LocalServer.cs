using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DynamoGen.Tests.Repositories.LocalServer))]

namespace DynamoGen.Tests.Repositories;

/// <summary>One DynamoDB Local for all tests of the assembly; each test has tables of its own.</summary>
public sealed class LocalServer : IAsyncLifetime
{
    /// <summary>Which transport the tests use that do not choose one. The same tests are compiled twice, once for each.</summary>
#if SDK_TRANSPORT
    private const TransportKind Chosen = TransportKind.Sdk;
#else
    private const TransportKind Chosen = TransportKind.Direct;
#endif

    private static string? Named => Environment.GetEnvironmentVariable("DYNAMOGEN_TEST_TRANSPORT");

    private DynamoDbLocal? _server;

    public string Endpoint => _server!.Endpoint.ToString();

    public async ValueTask InitializeAsync() => _server = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Services with a table that no other test sees, unless it is one of the same prefix.</summary>
    public async Task<ServiceProvider> CreateAsync<TTable>(
        Action<DynamoGenBuilder> addRepositories, string? prefix = null, TransportKind? transport = null)
        where TTable : class, ITable<TTable>
    {
        var provider = Connect(addRepositories, prefix ?? NewPrefix(), transport);
        await provider.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<TTable>();
        return provider;
    }

    /// <summary>Services for the tables of a prefix, as they are.</summary>
    public ServiceProvider Connect(Action<DynamoGenBuilder> addRepositories, string prefix, TransportKind? transport = null)
    {
        var services = new ServiceCollection();
        addRepositories(services.AddDynamoGen(options =>
        {
            options.ServiceUrl = Endpoint;
            options.TableNamePrefix = prefix;
            options.Transport = transport ?? Chosen;
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
        }));
        if (transport is null && string.Equals(Named, "client", StringComparison.OrdinalIgnoreCase))
        {
            services.AddSingleton<ITransport>(static provider => new ClientTransport(
                provider.GetRequiredService<IAmazonDynamoDB>(), provider.GetRequiredService<DynamoGenTelemetry>()));
        }

        return services.BuildServiceProvider();
    }

    /// <summary>What the names of tables begin with that no other test sees.</summary>
    public static string NewPrefix() => $"{Guid.NewGuid():N}-";
}
