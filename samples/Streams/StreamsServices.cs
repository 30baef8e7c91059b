using Amazon.Runtime;
using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OrderStreams.Handlers;
using OrderStreams.Sales;
using OrderStreams.Search;

namespace OrderStreams;

/// <summary>What the writer, the workers and the verbs register.</summary>
internal static class StreamsServices
{
    /// <summary>The client, the repository and the connection to the cluster.</summary>
    public static DynamoGenBuilder AddOrders(this IServiceCollection services, SampleAddress address)
    {
        services.AddSingleton(_ => new SearchClient(address.SearchPort));
        return services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = address.DynamoDb.ToString();
                options.TableNamePrefix = address.TablePrefix;
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
            })
            .AddRepository<IOrders>();
    }

    /// <summary>The two handlers, each with leases, a position and failed records of its own.</summary>
    public static DynamoGenBuilder AddOrderHandlers(this DynamoGenBuilder builder) => builder
        .AddStreamHandler<SearchIndexer>(Configure)
        .AddStreamHandler<Notifier>(options =>
        {
            Configure(options);
            options.UsesFence = true;
        });

    private static void Configure(StreamHandlerOptions options)
    {
        options.CreatesTables = true;
        options.KeepsFailedRecords = true;
        options.Processing.Concurrency = 4;

        // Shorter than the defaults, so that there is something to see: a dead worker's shards are taken over after 5 seconds instead of 10.
        options.Consumer.HeartbeatInterval = TimeSpan.FromSeconds(1);
        options.Consumer.StopAfter = TimeSpan.FromSeconds(4);
        options.Consumer.TakeOverAfter = TimeSpan.FromSeconds(5);
        options.Consumer.BalanceInterval = TimeSpan.FromMilliseconds(500);
        options.Consumer.MaxIdleDelay = TimeSpan.FromMilliseconds(500);
    }
}
