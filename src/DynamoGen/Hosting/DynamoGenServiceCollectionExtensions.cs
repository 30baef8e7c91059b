using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using DynamoGen;
using DynamoGen.Configuration;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DynamoGen.</summary>
public static class DynamoGenServiceCollectionExtensions
{
    /// <summary>
    /// Registers one configured client (which <see cref="IAmazonDynamoDB"/> resolves to, unless one is registered already),
    /// the transport, the telemetry, the transactions and the <see cref="TableProvisioner"/>, all as singletons. Can be called more than once.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="configure">Sets the options; they are validated when the host starts, or else on first use.</param>
    /// <returns>What repositories are added to.</returns>
    public static DynamoGenBuilder AddDynamoGen(this IServiceCollection services, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DynamoGenOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DynamoGenOptions>, DynamoGenOptionsValidator>());
        services.TryAddSingleton(static provider => provider.GetRequiredService<IOptions<DynamoGenOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateTelemetry);
        services.TryAddSingleton(CreateClient);
        services.TryAddSingleton<IAmazonDynamoDB>(static provider => provider.GetRequiredService<WireClient>());
        services.TryAddSingleton<ITransport>(static provider =>
            new SdkTransport(provider.GetRequiredService<WireClient>(), provider.GetRequiredService<DynamoGenTelemetry>()));
        services.TryAddSingleton(static provider => new RepositoryContext(
            provider.GetRequiredService<ITransport>(),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<DynamoGenOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ITransactions>(static provider => new TransactionSender(
            provider.GetRequiredService<ITransport>(),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new TableProvisioner(
            provider.GetRequiredService<IAmazonDynamoDB>(),
            provider.GetRequiredService<DynamoGenOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        return new DynamoGenBuilder(services);
    }

    private static DynamoGenTelemetry CreateTelemetry(IServiceProvider provider) => new(
        provider.GetService<IMeterFactory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<DynamoGenTelemetry>>());

    private static WireClient CreateClient(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<DynamoGenOptions>();
        return new WireClient(options.Credentials?.Invoke(provider), options.CreateClientConfig());
    }
}
