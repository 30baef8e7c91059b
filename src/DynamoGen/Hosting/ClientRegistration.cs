using System.Diagnostics.Metrics;
using DynamoGen.Caching;
using DynamoGen.Configuration;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.Capacity;
using DynamoGen.Telemetry.HotKeys;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DynamoGen.Hosting;

/// <summary>Registers what one client consists of: without a key where it has no name, and else under its name.</summary>
internal static class ClientRegistration
{
    public static DynamoGenBuilder Add(IServiceCollection services, string? name, Action<DynamoGenOptions>? configure)
    {
        var added = AddedClient.Find(services, name);
        if (added is null)
        {
            added = new AddedClient(services, name);
            services.AddSingleton(added);
            services.AddSingleton<IConfigureOptions<DynamoGenOptions>>(added.Options);
            services.AddOptions<DynamoGenOptions>(name ?? Options.DefaultName).ValidateOnStart();
            AddCommon(services);
            AddConnection(services, added);
            AddCalls(services, name);
        }

        if (configure is not null)
        {
            added.Options.Add(configure);
        }

        return new DynamoGenBuilder(services) { ClientName = name };
    }

    /// <summary>What all clients of the services have in common.</summary>
    private static void AddCommon(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DynamoGenOptions>, DynamoGenOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DynamoGenOptions>, CacheValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateTelemetry);
    }

    private static DynamoGenTelemetry CreateTelemetry(IServiceProvider provider) => new(
        provider.GetService<IMeterFactory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<DynamoGenTelemetry>>())
    {
        ReadsCapacityOfIndexes = provider.GetServices<AddedClient>()
            .Any(client => ClientServices.Of<DynamoGenOptions>(provider, client.Name).TellIndexCapacity),
        HotKeys = provider.GetService<HotKeySketches>(),
        Capacity = provider.GetService<CapacityMeasurements>(),
    };

    private static void AddConnection(IServiceCollection services, AddedClient added)
    {
        var name = added.Name;
        services.TryAddKeyedSingleton(name, (provider, _) => CreateOptions(provider, name));
        services.TryAddKeyedSingleton(name, (provider, _) => new ConnectedClient(provider, added));
        services.TryAddKeyedSingleton(name, (provider, _) => Connected(provider, name).CreateClient());
        added.TryAdd();
        services.TryAddKeyedSingleton(name, (provider, _) => Connected(provider, name).CreateTransport());
        services.TryAddKeyedSingleton(name, (provider, _) => Connected(provider, name).CreateStreamClient());
        services.AddSingleton<IHostedService>(provider => new ClientStartup(provider, name));
    }

    private static void AddCalls(IServiceCollection services, string? name)
    {
        services.TryAddKeyedSingleton(name, (provider, _) => new RegisteredCache(provider, name));
        services.TryAddKeyedSingleton(name, (provider, _) => new RegisteredInterceptors(provider, name));
        services.TryAddKeyedSingleton<IClientRegions>(name, (provider, _) => new LocalRegion(provider, name));
        services.TryAddKeyedSingleton(
            name, (provider, _) => DynamoGenBuilder.Context(provider, name, ClientServices.Of<IClientRegions>(provider, name).Transport));
        services.TryAddKeyedSingleton<ITransactions>(name, (provider, _) => ClientServices.Of<IClientRegions>(provider, name).CreateTransactions());
        services.TryAddKeyedSingleton(name, (provider, _) => new TableProvisioner(
            Connected(provider, name).Client,
            ClientServices.Of<DynamoGenOptions>(provider, name),
            provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>What transactions write through: what they write goes out of the cache too.</summary>
    public static ITransport CreateInvalidatingTransport(IServiceProvider provider, string? name) =>
        CreateInvalidatingTransport(provider, name, ClientServices.Of<IClientRegions>(provider, name).Transport);

    /// <inheritdoc cref="CreateInvalidatingTransport(IServiceProvider, string?)"/>
    public static ITransport CreateInvalidatingTransport(IServiceProvider provider, string? name, ITransport transport) =>
        ClientServices.Of<RegisteredCache>(provider, name).Items is { } cache ? new InvalidatingTransport(transport, cache) : transport;

    public static ConnectedClient Connected(IServiceProvider provider, string? name) => ClientServices.Of<ConnectedClient>(provider, name);

    private static DynamoGenOptions CreateOptions(IServiceProvider provider, string? name) => name is null
        ? provider.GetRequiredService<IOptions<DynamoGenOptions>>().Value
        : provider.GetRequiredService<IOptionsMonitor<DynamoGenOptions>>().Get(name);
}
