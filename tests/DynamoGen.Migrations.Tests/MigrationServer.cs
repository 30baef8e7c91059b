using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Tests.Parcels;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DynamoGen.Migrations.Tests.MigrationServer))]

namespace DynamoGen.Migrations.Tests;

/// <summary>DynamoDB Local for all tests, each with tables of its own.</summary>
public sealed class MigrationServer : IAsyncLifetime
{
    private DynamoDbLocal? _server;

    public async ValueTask InitializeAsync() => _server = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The services of one process that takes part in the migration of parcels.</summary>
    public ServiceProvider Process(string prefix) =>
        Process(prefix, static builder => builder.AddMigration<ParcelMigration, ILegacyParcels, IParcels>(Configure));

    /// <summary>The services of one process.</summary>
    /// <param name="prefix">What the tables' names begin with.</param>
    /// <param name="configure">Adds the migrations.</param>
    public ServiceProvider Process(string prefix, Action<DynamoGenBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddDynamoGen(options => Reach(options, prefix)));
        return services.BuildServiceProvider();
    }

    /// <summary>Lets a client's options reach this server.</summary>
    public void Reach(DynamoGenOptions options, string prefix)
    {
        options.ServiceUrl = _server!.Endpoint.ToString();
        options.Credentials = static _ => new Amazon.Runtime.BasicAWSCredentials("local", "local");
        options.TableNamePrefix = prefix;
    }

    /// <summary>Sets times and sizes for few items and one machine.</summary>
    public static void Configure(MigrationOptions options)
    {
        options.Phases.Interval = TimeSpan.FromMilliseconds(100);
        options.Phases.Lease = TimeSpan.FromSeconds(20);
        options.Phases.Drain = TimeSpan.Zero;
        options.Backfill.Segments = 4;
        options.Backfill.PageItems = 20;
        options.Verification.Segments = 2;
    }

    /// <summary>Makes the tables.</summary>
    public static Task CreateTablesAsync(ServiceProvider services, CancellationToken cancellationToken) =>
        CreateTablesAsync(services.GetRequiredService<TableProvisioner>(), cancellationToken);

    /// <summary>Makes the tables of a client.</summary>
    public static async Task CreateTablesAsync(TableProvisioner provisioner, CancellationToken cancellationToken)
    {
        await provisioner.EnsureCreatedAsync<OldParcels>(cancellationToken);
        await provisioner.EnsureCreatedAsync<NewParcels>(cancellationToken);
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema, cancellationToken);
    }
}
