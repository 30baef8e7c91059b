using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.MigrationProof.Flights;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.MigrationProof.Servers;

/// <summary>The services of one process, or of what plays a process of its own.</summary>
internal static class Services
{
    /// <param name="endpoint">The server.</param>
    /// <param name="configure">Sets how the process takes part in the migration.</param>
    /// <param name="faults">What happens to its requests; null for the direct transport and no faults.</param>
    /// <param name="name">Gives tables other names; null for their own.</param>
    public static ServiceProvider Create(
        string endpoint, Action<MigrationOptions> configure, FaultyHttp? faults = null, Func<string, string>? name = null)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = endpoint;
            options.Region = "us-east-1";
            options.Credentials = static _ => new BasicAWSCredentials("local", "local");
            options.TableNameResolver = name is null ? null : table => name(table.Name);
            if (faults is not null)
            {
                options.Transport = TransportKind.Sdk;
                options.ConfigureClient = config => config.HttpClientFactory = faults;
            }
        })
            .AddRepository<ILegacyItems>()
            .AddRepository<IItems>()
            .AddMigration<FlightMigration, ILegacyFlights, IFlights>(configure);
        return services.BuildServiceProvider();
    }

    /// <summary>Starts what is hosted, as a host does.</summary>
    public static async Task StartAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(cancellationToken);
        }
    }

    /// <summary>Stops what is hosted.</summary>
    public static async Task StopAsync(ServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }
}
