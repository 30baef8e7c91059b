using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Streams.Fences;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.StreamProof;

/// <summary>The services of the driver and of a worker.</summary>
internal static class Services
{
    public static DynamoGenBuilder Add(IServiceCollection services, string endpoint) => services.AddDynamoGen(options =>
        {
            options.ServiceUrl = endpoint;
            options.Credentials = static _ => new BasicAWSCredentials("local", "local");
        })
        .AddRepository<IItems>()
        .AddRepository<IEffects>();

    public static ServiceProvider Worker(string endpoint)
    {
        var services = new ServiceCollection();
        services.AddSingleton<WorkerReport>();
        services.AddSingleton(provider => new StreamFence(provider.GetRequiredService<RepositoryContext>(), provider.GetRequiredService<ITransactions>()));
        Add(services, endpoint).AddStreamHandler<Effects>(static options =>
        {
            options.CreatesTables = true;
            options.Processing.Concurrency = 16;
            options.Processing.RetryDelay = TimeSpan.FromMilliseconds(10);
        });
        return services.BuildServiceProvider();
    }
}
