using Amazon.Runtime;
using DynamoGen;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;
using MovingOrders.Sales;

namespace MovingOrders;

/// <summary>What each process of the migration registers: both builds, whoever runs it, and the verbs.</summary>
internal static class MigrationServices
{
    /// <summary>The client of the new orders, where they lie in another place.</summary>
    public const string Elsewhere = "elsewhere";

    public static DynamoGenBuilder AddOrders(this IServiceCollection services, SampleAddress address) =>
        services.AddDatabase(address).AddMigration<OrderMigration, ILegacyOrders, IOrders>(options => Configure(options, address));

    /// <summary>What was registered before there was a migration.</summary>
    public static DynamoGenBuilder AddFirstOrders(this IServiceCollection services, SampleAddress address) =>
        services.AddDatabase(address).AddRepository<ILegacyOrders>().AddRepository<ILegacyOrdersVersion1>();

    private static DynamoGenBuilder AddDatabase(this IServiceCollection services, SampleAddress address)
    {
        if (address.Elsewhere is { } elsewhere)
        {
            services.AddDynamoGen(Elsewhere, options => Reach(options, elsewhere, address));
        }

        return services.AddDynamoGen(options => Reach(options, address.DynamoDb, address));
    }

    private static void Reach(DynamoGenOptions options, Uri server, SampleAddress address)
    {
        options.ServiceUrl = server.ToString();
        options.TableNamePrefix = address.TablePrefix;
        options.Credentials = _ => new BasicAWSCredentials("local", "local");
    }

    private static void Configure(MigrationOptions options, SampleAddress address)
    {
        if (address.Elsewhere is not null)
        {
            // The new orders follow the old ones by the ledger; a read of both may come before the delivery.
            options.TargetClient = Elsewhere;
            options.ShadowReads.MaxMismatchRate = 0.2;
        }

        // Short, so that a phase takes seconds: the defaults are 5 seconds, and 5 minutes for requests of a process that has died.
        options.Phases.Interval = TimeSpan.FromMilliseconds(250);
        options.Phases.Lease = TimeSpan.FromSeconds(20);
        options.Phases.Drain = TimeSpan.FromSeconds(1);

        // Slow, so that there is something to see: two write units an order, for the item and its copy in the index.
        options.Backfill.MaxWriteUnitsPerSecond = 400;
        options.Backfill.Segments = 16;
        options.Backfill.PageItems = 20;
        options.Verification.Segments = 4;
    }
}
