using DynamoGen.Hosting;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Tests.Baskets;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>One process that takes part in a migration of baskets to lines, or of lines to baskets.</summary>
internal sealed class GroupProcess : IAsyncDisposable
{
    private const string There = "there";

    private readonly ServiceProvider _services;
    private readonly string _name;

    private GroupProcess(ServiceProvider services, string name) => (_services, _name) = (services, name);

    public IBaskets Baskets => _services.GetRequiredService<IBaskets>();

    public IBasketLines Lines => _services.GetRequiredService<IBasketLines>();

    /// <summary>The baskets as they are stored, whatever the phase.</summary>
    public IBaskets PlainBaskets => Plain<IBaskets>();

    /// <summary>The lines as they are stored, whatever the phase.</summary>
    public IBasketLines PlainLines => Plain<IBasketLines>();

    /// <summary>The lines as they are stored on the other server.</summary>
    public IBasketLines LinesThere => Repository<IBasketLines>(_services.GetRequiredKeyedService<RepositoryContext>(There));

    public MigrationRunner Runner => _services.GetRequiredKeyedService<MigrationRunner>(_name);

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="server">Where the old items lie.</param>
    /// <param name="prefix">What the tables' names begin with.</param>
    /// <param name="there">Where the new items lie; null for the same server.</param>
    public static GroupProcess Of<TMigration, TSource, TTarget>(MigrationServer server, string prefix, MigrationServer? there = null)
        where TMigration : class, IMigration<TMigration, TSource, TTarget>
        where TSource : class, IRepository<TSource>
        where TTarget : class, IRepository<TTarget> => new(
            server.Process(prefix, builder =>
            {
                if (there is not null)
                {
                    builder.Services.AddDynamoGen(There, options => there.Reach(options, prefix));
                }

                builder.AddMigration<TMigration, TSource, TTarget>(options =>
                {
                    MigrationServer.Configure(options);
                    options.TargetClient = there is null ? null : There;
                    options.Backfill.PageItems = 5;
                    options.ShadowReads.MaxMismatchRate = 1;
                });
            }),
            typeof(TMigration).Name);

    public async Task CreateTablesAsync(bool there = false)
    {
        var provisioner = there ? _services.GetRequiredKeyedService<TableProvisioner>(There) : _services.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<BasketTable>(Token);
        await provisioner.EnsureCreatedAsync<LineTable>(Token);
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema, Token);
    }

    public Task StartAsync() => HostedProcess.StartAsync(_services);

    public Task StopAsync() => HostedProcess.StopAsync(_services);

    /// <summary>Runs to a phase, and waits until the repositories of this process follow it and may write.</summary>
    public async Task RunAsync(MigrationPhase phase)
    {
        await Runner.RunAsync(phase, Token);
        await FollowedAsync(phase);
    }

    public async Task FollowedAsync(MigrationPhase phase)
    {
        var session = _services.GetRequiredKeyedService<MigrationSession>(_name);
        while (session.Phase != phase || !MayWrite())
        {
            await Task.Delay(10, Token);
        }

        bool MayWrite()
        {
            try
            {
                session.EnterWrite().Dispose();
                return true;
            }
            catch (WritesPausedException)
            {
                return false;
            }
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private TRepository Plain<TRepository>()
        where TRepository : class, IRepository<TRepository> => Repository<TRepository>(_services.GetRequiredService<RepositoryContext>());

    private static TRepository Repository<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}
