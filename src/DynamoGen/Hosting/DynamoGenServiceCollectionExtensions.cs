using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen;
using DynamoGen.Caching;
using DynamoGen.Configuration;
using DynamoGen.Hosting;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.HotKeys;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DynamoGen.</summary>
public static class DynamoGenServiceCollectionExtensions
{
    /// <summary>
    /// Registers one configured client (which <see cref="IAmazonDynamoDB"/> resolves to, unless one is registered already),
    /// the transport (unless an <see cref="ITransport"/> is registered already), the client of DynamoDB Streams (unless an <see cref="IStreamClient"/> is
    /// registered already), the telemetry, the transactions and the <see cref="TableProvisioner"/>, all as singletons.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="configure">Sets options; they are validated when the host starts, or else on first use.</param>
    /// <returns>What repositories are added to.</returns>
    /// <remarks>
    /// Can be called more than once, as by several modules of one application, whose repositories then share the client and the options. Each call may set
    /// options of its own, or the same ones to the same values, or none. Two calls that give one option two values contradict each other: the options then
    /// throw an <see cref="InvalidOperationException"/> that names it, when the host starts, or else on first use. Two functions are the same value only if
    /// they are one delegate. To change what a call has set, such as in a test, use <c>services.Configure&lt;DynamoGenOptions&gt;</c> behind it, which is
    /// meant to have the last word.
    /// </remarks>
    public static DynamoGenBuilder AddDynamoGen(this IServiceCollection services, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DynamoGenOptions>().ValidateOnStart();
        if (configure is not null)
        {
            Registrations(services).Add(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DynamoGenOptions>, DynamoGenOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DynamoGenOptions>, CacheValidator>());
        services.TryAddSingleton(static provider => provider.GetRequiredService<IOptions<DynamoGenOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateTelemetry);
        services.TryAddSingleton(static provider => new GivenCredentials(provider.GetRequiredService<DynamoGenOptions>().Credentials?.Invoke(provider)));
        services.TryAddSingleton(CreateClient);
        services.TryAddSingleton<IAmazonDynamoDB>(static provider => provider.GetRequiredService<WireClient>());
        services.TryAddSingleton(CreateTransport);
        services.TryAddSingleton(static provider => new RegisteredCache(provider));
        services.TryAddSingleton(static provider => DynamoGenBuilder.Context(provider, provider.GetRequiredService<ITransport>()));
        services.TryAddSingleton<ITransactions>(static provider => new TransactionSender(
            CreateInvalidatingTransport(provider),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IStreamClient>(static provider => new StreamClient(
            provider.GetRequiredService<DynamoGenOptions>().CreateClientConfig(), Credentials(provider), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new TableProvisioner(
            provider.GetRequiredService<IAmazonDynamoDB>(),
            provider.GetRequiredService<DynamoGenOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        return new DynamoGenBuilder(services);
    }

    private static OptionRegistrations Registrations(IServiceCollection services)
    {
        if (services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<OptionRegistrations>().FirstOrDefault()
            is { } existing)
        {
            return existing;
        }

        var registrations = new OptionRegistrations();
        services.AddSingleton<IConfigureOptions<DynamoGenOptions>>(registrations);
        return registrations;
    }

    private static DynamoGenTelemetry CreateTelemetry(IServiceProvider provider) => new(
        provider.GetService<IMeterFactory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<DynamoGenTelemetry>>())
    {
        ReadsCapacityOfIndexes = provider.GetRequiredService<DynamoGenOptions>().TellIndexCapacity,
        HotKeys = provider.GetService<HotKeySketches>(),
    };

    private static ITransport CreateTransport(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<DynamoGenOptions>();
        var telemetry = provider.GetRequiredService<DynamoGenTelemetry>();
        return options.Transport == TransportKind.Direct
            ? new DirectTransport(options.CreateClientConfig(), Credentials(provider), telemetry, provider.GetRequiredService<TimeProvider>())
            : new SdkTransport(provider.GetRequiredService<WireClient>(), telemetry);
    }

    /// <summary>What transactions write through: what they write goes out of the cache too.</summary>
    internal static ITransport CreateInvalidatingTransport(IServiceProvider provider)
    {
        var transport = provider.GetRequiredService<ITransport>();
        return provider.GetRequiredService<RegisteredCache>().Items is { } cache ? new InvalidatingTransport(transport, cache) : transport;
    }

    private static WireClient CreateClient(IServiceProvider provider) =>
        new(Credentials(provider), provider.GetRequiredService<DynamoGenOptions>().CreateClientConfig());

    private static AWSCredentials? Credentials(IServiceProvider provider) => provider.GetRequiredService<GivenCredentials>().Value;

    /// <summary>What the options give for credentials, asked once for the client and the transport: a session is refreshed for both.</summary>
    private sealed record GivenCredentials(AWSCredentials? Value);
}
