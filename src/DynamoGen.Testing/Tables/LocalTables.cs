using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>
/// Services of a test whose tables no other test sees, on a DynamoDB Local that all tests of the process share. It asks nothing of a test framework: start it
/// in a test, or in what a framework calls before a test or a class, and dispose it behind.
/// </summary>
/// <remarks>
/// The server is started by the first that needs it and ends with the process, also where that is killed. Where <c>AWS_ENDPOINT_URL_DYNAMODB</c> is set, that
/// endpoint is used and nothing is started.
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">DynamoDB Local</see>.
/// </remarks>
public sealed class LocalTables : IAsyncDisposable
{
    private static readonly Lazy<Task<DynamoDbLocal>> Server = new(static () => DynamoDbLocal.StartAsync());

    private readonly ServiceProvider _services;
    private readonly List<LocalTable> _tables = [];

    private LocalTables(ServiceProvider services) => _services = services;

    /// <summary>The services: repositories, transactions, and all that was added.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Makes the services, and the tables of all repositories that were added to them.</summary>
    /// <param name="addServices">
    /// Adds what the application adds, such as by <c>AddDynamoGen</c>. Endpoint, region, profile and credentials of its clients are then those of the server,
    /// and each table's name gets a prefix of its own.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the server is started nevertheless.</param>
    /// <exception cref="DynamoDbLocalException">The server could not be found or started.</exception>
    /// <exception cref="InvalidOperationException">The application has registered a client of its own, which reaches another endpoint.</exception>
    public static async Task<LocalTables> StartAsync(Action<IServiceCollection> addServices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addServices);
        var server = await Server.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        var services = new ServiceCollection();
        addServices(services);
        services.AddSingleton<IPostConfigureOptions<DynamoGenOptions>>(new LocalOptions(server.Endpoint));
        var tables = new LocalTables(services.BuildServiceProvider());
        try
        {
            await tables.CreateAsync(cancellationToken).ConfigureAwait(false);
            return tables;
        }
        catch
        {
            await tables.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A repository, the transactions, or another service.</summary>
    /// <typeparam name="TService">Its type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public TService Get<TService>()
        where TService : notnull => _services.GetRequiredService<TService>();

    /// <summary>Deletes the tables and ends the services.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables)
        {
            if (table.IsProtected)
            {
                await table.Client.UpdateTableAsync(new UpdateTableRequest { TableName = table.Name, DeletionProtectionEnabled = false }).ConfigureAwait(false);
            }

            await table.Client.DeleteTableAsync(table.Name).ConfigureAwait(false);
        }

        _tables.Clear();
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var ofClient in _services.GetServices<RepositoryRegistration>().GroupBy(static added => added.ClientName))
        {
            var client = Of<IAmazonDynamoDB>(ofClient.Key);
            var options = Of<DynamoGenOptions>(ofClient.Key);

            // A clock of the test may stand still.
            var provisioner = new TableProvisioner(client, options, TimeProvider.System);
            foreach (var table in ofClient.SelectMany(static added => added.Patterns).Select(static pattern => pattern.Table).DistinctBy(options.TableName))
            {
                await provisioner.EnsureCreatedAsync(table, cancellationToken).ConfigureAwait(false);
                _tables.Add(new LocalTable(client, options.TableName(table), table.DeletionProtection));
            }
        }
    }

    private TService Of<TService>(string? client)
        where TService : notnull =>
        client is null ? _services.GetRequiredService<TService>() : _services.GetRequiredKeyedService<TService>(client);

    private readonly record struct LocalTable(IAmazonDynamoDB Client, string Name, bool IsProtected);
}
