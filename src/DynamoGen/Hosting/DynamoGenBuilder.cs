using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>Adds repositories to what <c>AddDynamoGen</c> registered.</summary>
/// <param name="services">The services that are added to.</param>
public sealed class DynamoGenBuilder(IServiceCollection services)
{
    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Adds a repository as a singleton; it keeps no state and can be used by many threads.</summary>
    /// <typeparam name="TRepository">An interface marked with the Repository attribute.</typeparam>
    public DynamoGenBuilder AddRepository<TRepository>()
        where TRepository : class, IRepository<TRepository>
    {
        if (!IsAdded<TRepository>())
        {
            Register<TRepository>();
        }

        Services.TryAddSingleton(static provider => TRepository.Create(provider.GetRequiredService<RepositoryContext>()));
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
        if (IsAdded<TRepository>())
        {
            throw new InvalidOperationException($"{typeof(TRepository).Name} was added before, so that it cannot get a transport of its own any more.");
        }

        Register<TRepository>();
        Services.AddSingleton(provider => TRepository.Create(Context(provider, transport(provider))));
        return this;
    }

    internal static RepositoryContext Context(IServiceProvider provider, ITransport transport) => new(
        transport,
        provider.GetRequiredService<DynamoGenTelemetry>(),
        provider.GetRequiredService<DynamoGenOptions>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<RegisteredCache>().Items);

    private bool IsAdded<TRepository>() => Services.Any(static service => service.ServiceType == typeof(TRepository) && !service.IsKeyedService);

    private void Register<TRepository>()
        where TRepository : class, IRepository<TRepository>
    {
        Services.AddSingleton(new RepositoryRegistration(typeof(TRepository).FullName!, TRepository.Patterns));
        if (TRepository.CachedPatterns is { Count: > 0 } patterns)
        {
            Services.AddSingleton(new CachedPatterns(patterns));
        }
    }
}
