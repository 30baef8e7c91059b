using DynamoGen.Hosting;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing;

/// <summary>Adds faults to a client.</summary>
public static class FaultBuilderExtensions
{
    /// <summary>The attempts of the SDK's standard mode.</summary>
    private const int StandardAttempts = 4;

    /// <summary>
    /// Lets requests of the client's repositories, batches, transactions and migrations meet the faults of a plan, on the transport that is registered when
    /// this is called. Repositories that were added with a transport of their own do not meet them.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="plan">The faults.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// A request is sent as often as <see cref="DynamoGenOptions.MaxErrorRetry"/> says, or else 4 times at most. Throttling that is injected is not among
    /// what telemetry counts as throttled.
    /// </remarks>
    public static DynamoGenBuilder AddFaults(this DynamoGenBuilder builder, FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(plan);
        var client = builder.ClientName;
        var registered = builder.Services.Last(service => service.ServiceType == typeof(ITransport) && Equals(service.ServiceKey, client));
        var key = new object();
        builder.Services.Remove(registered);
        builder.Services.Add(UnderKey(registered, key));
        builder.Services.AddKeyedSingleton<ITransport>(client, (provider, _) => new FaultyTransport(
            provider.GetRequiredKeyedService<ITransport>(key),
            plan,
            (OptionsOf(provider, client).MaxErrorRetry ?? StandardAttempts - 1) + 1,
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>The same registration under another key, so that what it makes is still made once and disposed with the services.</summary>
    private static ServiceDescriptor UnderKey(ServiceDescriptor registered, object key)
    {
        var instance = registered.IsKeyedService ? registered.KeyedImplementationInstance : registered.ImplementationInstance;
        if (instance is not null)
        {
            return new ServiceDescriptor(typeof(ITransport), key, instance);
        }

        var type = registered.IsKeyedService ? registered.KeyedImplementationType : registered.ImplementationType;
        if (type is not null)
        {
            return new ServiceDescriptor(typeof(ITransport), key, type, registered.Lifetime);
        }

        Func<IServiceProvider, object?, object> create = registered.IsKeyedService
            ? (provider, _) => registered.KeyedImplementationFactory!(provider, registered.ServiceKey)
            : (provider, _) => registered.ImplementationFactory!(provider);
        return new ServiceDescriptor(typeof(ITransport), key, create, registered.Lifetime);
    }

    private static DynamoGenOptions OptionsOf(IServiceProvider provider, string? client) =>
        client is null ? provider.GetRequiredService<DynamoGenOptions>() : provider.GetRequiredKeyedService<DynamoGenOptions>(client);
}
