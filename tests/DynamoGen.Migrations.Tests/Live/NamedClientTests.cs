using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>
/// A migration of a client that has a name. The client without a name has another server, with tables of the same names and an item of its own.
/// </summary>
public sealed class NamedClientTests(MigrationServer archive) : IAsyncLifetime
{
    private const string Archive = "archive";

    private readonly MigrationServer _other = new();
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _other.InitializeAsync();

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task Items_ledger_phase_and_register_are_on_its_client_and_nothing_on_the_other()
    {
        await using var services = Services();
        var (theirs, others) = (services.GetRequiredKeyedService<IAmazonDynamoDB>(Archive), services.GetRequiredService<IAmazonDynamoDB>());
        await MigrationServer.CreateTablesAsync(services.GetRequiredKeyedService<TableProvisioner>(Archive), Token);
        await MigrationServer.CreateTablesAsync(services.GetRequiredService<TableProvisioner>(), Token);
        await others.PutItemAsync($"{_prefix}old-parcels", LegacyParcel.ToItem(Legacy(7)), Token);
        var plain = Plain<ILegacyParcels>(services);
        for (var number = 1; number <= 3; number++)
        {
            await plain.Put(Legacy(number), Token);
        }

        await HostedProcess.StartAsync(services);
        var runner = services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));
        var (old, young) = (services.GetRequiredService<ILegacyParcels>(), services.GetRequiredService<IParcels>());
        await runner.RunAsync(MigrationPhase.Verify, Token);
        await FollowedAsync(services, MigrationPhase.Verify);
        await old.Put(Legacy(4), Token);
        await old.Delete(Legacy(1).Sender, 1, Token);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await FollowedAsync(services, MigrationPhase.Cutover);
        Assert.True(await young.UpdateRemark("s", 2, "moved", Token));
        await young.Put(ParcelMigration.Forward(Legacy(5)), Token);
        Assert.Equal([2, 3, 4, 5], (await young.OfSender("s", Token).ToListAsync(Token)).Select(parcel => parcel.Number));
        await runner.RunAsync(MigrationPhase.Done, Token);
        await HostedProcess.StopAsync(services);

        Assert.Equal(4, (await ItemsAsync(theirs, "parcels")).Count);
        Assert.NotEmpty(await ItemsAsync(theirs, MigrationTable.Schema.Name));
        Assert.Equal(Legacy(7), LegacyParcel.FromItem(Assert.Single(await ItemsAsync(others, "old-parcels"))));
        Assert.Empty(await ItemsAsync(others, "parcels"));
        Assert.Empty(await ItemsAsync(others, MigrationTable.Schema.Name));
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => _other.Reach(options, _prefix));
        services.AddDynamoGen(Archive, options => archive.Reach(options, _prefix))
            .AddMigration<ParcelMigration, ILegacyParcels, IParcels>(MigrationServer.Configure);
        return services.BuildServiceProvider();
    }

    private static TRepository Plain<TRepository>(ServiceProvider services)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(services.GetRequiredKeyedService<RepositoryContext>(Archive));

    /// <summary>Waits until the repositories of the process are in a phase.</summary>
    private static async Task FollowedAsync(ServiceProvider services, MigrationPhase phase)
    {
        var session = services.GetRequiredKeyedService<MigrationSession>(nameof(ParcelMigration));
        while (session.Phase != phase)
        {
            await Task.Delay(10, Token);
        }
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(IAmazonDynamoDB client, string table) =>
        (await client.ScanAsync(new ScanRequest(_prefix + table), Token)).Items;

    private static LegacyParcel Legacy(int number) => new() { Sender = "s", Number = number, Pounds = number };
}
