using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Hosting;

/// <summary>Lets the repositories of two entities follow the phase of a migration from the one to the other.</summary>
public static class MigrationBuilderExtensions
{
    /// <summary>
    /// Adds both repositories as ones that follow the migration's phase, in the place of any that were added before, and a hosted service that reads the
    /// phase while the host runs. Until it has read it, and when it could not for too long, the repositories refuse to read and write.
    /// </summary>
    /// <typeparam name="TMigration">The class marked with <see cref="MigrationAttribute{TSource, TTarget}"/>.</typeparam>
    /// <typeparam name="TSourceRepository">The repository of the old entity.</typeparam>
    /// <typeparam name="TTargetRepository">The repository of the new entity.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets how the process takes part.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// The migration was added before, one of the repositories was added to another client than its items lie at, or the client of the new items was not added.
    /// </exception>
    /// <exception cref="ArgumentException">An option means nothing.</exception>
    public static DynamoGenBuilder AddMigration<TMigration, TSourceRepository, TTargetRepository>(
        this DynamoGenBuilder builder, Action<MigrationOptions>? configure = null)
        where TMigration : class, IMigration<TMigration, TSourceRepository, TTargetRepository>
        where TSourceRepository : class, IRepository<TSourceRepository>
        where TTargetRepository : class, IRepository<TTargetRepository>
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = TMigration.Schema.Name;
        if (builder.Services.Any(service => (service.ImplementationInstance as MigrationRegistration)?.Name == name))
        {
            throw new InvalidOperationException($"{name} was added before.");
        }

        var options = new MigrationOptions();
        configure?.Invoke(options);
        options.Validate();
        var registration = new MigrationRegistration(TMigration.Items, options, builder.ClientName);

        // What is registered beside a repository, such as its cached patterns, counts for the one that takes its place too.
        builder.AddRepository<TSourceRepository>();
        TargetOf(builder, registration, name).AddRepository<TTargetRepository>();
        builder.Services.AddSingleton(registration);
        builder.Services.AddKeyedSingleton(name, (provider, _) => new FollowedMigration(registration, provider));
        builder.Services.AddKeyedSingleton<MigrationSession>(name, (provider, _) => Followed(provider, name).Session);
        builder.Services.AddKeyedSingleton(name, (provider, _) => new MigrationRunner(registration.CreateParts(provider)));
        builder.Services.AddSingleton<IHostedService>(provider => Followed(provider, name));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider =>
            TMigration.CreateSource(
                Followed(provider, name).Session, Context(provider, registration.SourceClient), Context(provider, registration.TargetClient))));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider =>
            TMigration.CreateTarget(
                Followed(provider, name).Session, Context(provider, registration.SourceClient), Context(provider, registration.TargetClient))));
        return builder;
    }

    private static DynamoGenBuilder TargetOf(DynamoGenBuilder builder, MigrationRegistration registration, string name) =>
        !registration.LieApart ? builder
        : AddedClient.Find(builder.Services, registration.TargetClient) is not null
            ? new DynamoGenBuilder(builder.Services) { ClientName = registration.TargetClient }
        : throw new InvalidOperationException(
            $"{name} moves items to {ClientServices.Named(registration.TargetClient)}, which was not added. Add it by AddDynamoGen before the migration.");

    private static RepositoryContext Context(IServiceProvider provider, string? client) => ClientServices.Of<RepositoryContext>(provider, client);

    private static FollowedMigration Followed(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<FollowedMigration>(name);
}
