using DynamoGen.Repositories;
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
        if (TRepository.CachedPatterns is { Count: > 0 } patterns && Services.All(service => service.ServiceType != typeof(TRepository)))
        {
            Services.AddSingleton(new CachedPatterns(patterns));
        }

        Services.TryAddSingleton(static provider => TRepository.Create(provider.GetRequiredService<RepositoryContext>()));
        return this;
    }
}
