using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;
using MovingOrders.Sales;

namespace MovingOrders;

/// <summary>What each process of the migration registers: both builds, whoever runs it, and the verbs.</summary>
internal static class MigrationServices
{
    public static DynamoGenBuilder AddOrders(this IServiceCollection services, SampleAddress address) =>
        services.AddDatabase(address).AddMigration<OrderMigration, ILegacyOrders, IOrders>(Configure);

    /// <summary>What was registered before there was a migration.</summary>
    public static DynamoGenBuilder AddFirstOrders(this IServiceCollection services, SampleAddress address) =>
        services.AddDatabase(address).AddRepository<ILegacyOrders>().AddRepository<ILegacyOrdersVersion1>();

    private static DynamoGenBuilder AddDatabase(this IServiceCollection services, SampleAddress address) => services.AddDynamoGen(options =>
    {
        options.ServiceUrl = address.DynamoDb.ToString();
        options.TableNamePrefix = address.TablePrefix;
        options.Credentials = _ => new BasicAWSCredentials("local", "local");
    });

    private static void Configure(MigrationOptions options)
    {
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
