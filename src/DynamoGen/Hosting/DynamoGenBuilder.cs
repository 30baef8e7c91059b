using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>Adds repositories to a client that <c>AddDynamoGen</c> registered.</summary>
/// <param name="services">The services that are added to.</param>
public sealed class DynamoGenBuilder(IServiceCollection services)
{
    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>The name of the client that is added to; null for the one that has none.</summary>
    public string? ClientName { get; internal init; }

    /// <summary>
    /// Adds a repository as a singleton; it keeps no state and can be used by many threads. On a client with a name it is found under that name too.
    /// </summary>
    /// <typeparam name="TRepository">An interface marked with the Repository attribute.</typeparam>
    /// <exception cref="InvalidOperationException">The repository was added to another client.</exception>
    public DynamoGenBuilder AddRepository<TRepository>()
        where TRepository : class, IRepository<TRepository>
    {
        ThrowIfElsewhere<TRepository>();
        if (!IsAdded<TRepository>())
        {
            Register<TRepository>();
        }

        Services.TryAddSingleton(provider => TRepository.Create(ClientServices.Of<RepositoryContext>(provider, ClientName)));
        return this;
    }

    /// <summary>
    /// Adds a repository as a singleton that sends its requests by a transport of its own, such as a
    /// <see cref="Transport.Clients.ClientTransport"/> over a client of DAX. Transactions of <see cref="Transactions.ITransactions"/> go by the common one.
    /// </summary>
    /// <typeparam name="TRepository">An interface marked with the Repository attribute.</typeparam>
    /// <param name="transport">Gives the transport, once; what it makes is not disposed with the services, unless it is one of them.</param>
    /// <exception cref="InvalidOperationException">The repository was added before, with another transport or the common one.</exception>
    public DynamoGenBuilder AddRepository<TRepository>(Func<IServiceProvider, ITransport> transport)
        where TRepository : class, IRepository<TRepository>
    {
        ArgumentNullException.ThrowIfNull(transport);
        ThrowIfElsewhere<TRepository>();
        if (IsAdded<TRepository>())
        {
            throw new InvalidOperationException($"{typeof(TRepository).Name} was added before, so that it cannot get a transport of its own any more.");
        }

        Register<TRepository>();
        Services.AddSingleton(provider => TRepository.Create(Context(provider, ClientName, transport(provider))));
        return this;
    }

    internal static RepositoryContext Context(IServiceProvider provider, string? client, ITransport transport) => new(new ContextParts(
        transport,
        provider.GetRequiredService<DynamoGenTelemetry>(),
        ClientServices.Of<DynamoGenOptions>(provider, client),
        provider.GetRequiredService<TimeProvider>(),
        ClientServices.Of<RegisteredCache>(provider, client).Items,
        ClientServices.Of<RegisteredInterceptors>(provider, client).Requests,
        () => ClientRegistration.Connected(provider, client).RegionOf(transport),
        ClientServices.Of<IClientRegions>(provider, client).Contexts));

    private bool IsAdded<TRepository>() => Services.Any(static service => service.ServiceType == typeof(TRepository) && !service.IsKeyedService);

    private void ThrowIfElsewhere<TRepository>()
    {
        if (RepositoryRegistration.Find(Services, typeof(TRepository)) is { } added && added.ClientName != ClientName)
        {
            throw new InvalidOperationException(
                $"{typeof(TRepository).Name} was added to {ClientServices.Named(added.ClientName)}, "
                + $"so that it cannot be added to {ClientServices.Named(ClientName)}: "
                + "a repository is on one client. Declare a second interface for the same entity where its items lie in two places.");
        }
    }

    /// <summary>Registers what is beside a repository, once.</summary>
    private void Register<TRepository>()
        where TRepository : class, IRepository<TRepository>
    {
        Services.AddSingleton(new RepositoryRegistration(typeof(TRepository), TRepository.Patterns, ClientName));
        if (TRepository.CachedPatterns is { Count: > 0 } patterns)
        {
            Services.AddSingleton(new CachedPatterns(patterns, ClientName));
        }

        if (ClientName is not null)
        {
            Services.AddKeyedSingleton(ClientName, static (provider, _) => provider.GetRequiredService<TRepository>());
        }
    }
}
