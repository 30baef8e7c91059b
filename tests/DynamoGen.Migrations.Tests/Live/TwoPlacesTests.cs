using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>Parcels move to another server, as to another account or region: no transaction has both.</summary>
public sealed class TwoPlacesTests(MigrationServer server) : IAsyncLifetime
{
    private const string There = "there";
    private const int Numbers = 40;

    private readonly MigrationServer _there = new();
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _there.InitializeAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task Both_builds_write_through_every_phase_back_and_forth_and_nothing_is_lost()
    {
        await using var old = Process();
        await using var young = Process();
        await using var worker = Process();
        await CreateTablesAsync(worker);
        var plainOld = PlainOld(worker);
        for (var number = 0; number < Numbers; number++)
        {
            await plainOld.Put(Legacy(number, pounds: 1), Token);
        }

        await HostedProcess.StartAsync(old);
        await HostedProcess.StartAsync(young);
        var runner = Runner(worker);
        using var ending = new CancellationTokenSource();
        Dictionary<int, LegacyParcel?> expected = [];
        var writers = new[]
        {
            WriteAsync(0, new OldBuild(old.GetRequiredService<ILegacyParcels>()), expected, ending.Token),
            WriteAsync(1, new NewBuild(young.GetRequiredService<IParcels>()), expected, ending.Token),
        };

        await runner.RunAsync(MigrationPhase.Verify, Token);
        Assert.True((await runner.GetProgressAsync(Token)).State.HasOutbox);
        await BackAsync(runner, steps: 4);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        Assert.True((await runner.VerifyAsync(Token)).Agrees);
        Assert.Equal(MigrationPhase.ShadowRead, (await runner.RollBackAsync(Token)).Phase);
        Assert.True((await runner.VerifyAsync(Token)).Agrees);
        await BackAsync(runner, steps: 8);
        Assert.Equal(MigrationPhase.NotStarted, (await runner.GetProgressAsync(Token)).State.Phase);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await ending.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(MigrationPhase.ShadowRead, (await runner.RollBackAsync(Token)).Phase);
        Assert.Equal(0, (await runner.GetProgressAsync(Token)).Unsettled);
        Assert.Equal(await ListAsync(PlainOld(worker)), (await ListAsync(PlainNew(worker))).Select(ParcelMigration.Backward));

        await runner.RunAsync(MigrationPhase.Done, Token);
        var parcels = (await ListAsync(young.GetRequiredService<IParcels>())).ToDictionary(parcel => parcel.Number, ParcelMigration.Backward);
        Assert.NotEmpty(expected);
        Assert.All(expected, written => Assert.Equal(written.Value, parcels.GetValueOrDefault(written.Key)));
        Assert.All(Enumerable.Range(0, Numbers).Except(expected.Keys), number => Assert.Equal(Legacy(number, pounds: 1), parcels[number]));
        await HostedProcess.StopAsync(old);
        await HostedProcess.StopAsync(young);
    }

    [Fact]
    public async Task What_a_process_that_died_has_left_in_the_ledger_follows_and_state_and_old_items_stay_where_they_are()
    {
        await using var services = Process(static options => options.DeliveryInterval = TimeSpan.FromMilliseconds(50));
        await CreateTablesAsync(services);
        await PlainOld(services).Put(Legacy(1, pounds: 1), Token);
        await HostedProcess.StartAsync(services);
        await Runner(services).RunAsync(MigrationPhase.ShadowRead, Token);
        await FollowedAsync(services, MigrationPhase.ShadowRead);

        // A writer dies between its transaction and the delivery.
        var here = services.GetRequiredService<IAmazonDynamoDB>();
        await WriteWithoutDeliveryAsync(here, Legacy(2, pounds: 2));
        var young = PlainNew(services);
        while (await young.Get("s2", 2, Token) is null)
        {
            await Task.Delay(10, Token);
        }

        await HostedProcess.StopAsync(services);
        var there = services.GetRequiredKeyedService<IAmazonDynamoDB>(There);
        Assert.Empty((await there.ScanAsync(new ScanRequest(_prefix + "old-parcels"), Token)).Items);
        Assert.Empty((await here.ScanAsync(new ScanRequest(_prefix + "parcels"), Token)).Items);
        Assert.All((await there.ScanAsync(new ScanRequest(_prefix + "migrations"), Token)).Items, item => Assert.Contains("deliveries", item.Keys));
    }

    [Fact]
    public async Task An_item_that_cannot_be_copied_stops_the_run_before_cut_over_and_writes_go_on()
    {
        await using var services = Process();
        await CreateTablesAsync(services);
        await HostedProcess.StartAsync(services);
        var runner = Runner(services);
        await runner.RunAsync(MigrationPhase.ShadowRead, Token);
        await FollowedAsync(services, MigrationPhase.ShadowRead);
        await WriteWithoutDeliveryAsync(services.GetRequiredService<IAmazonDynamoDB>(), Legacy(3, pounds: -3));

        await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Cutover, Token));

        var progress = await runner.GetProgressAsync(Token);
        Assert.Equal((MigrationPhase.ShadowRead, false, 1), (progress.State.Phase, progress.State.WritesPaused, progress.Failed));
        await services.GetRequiredService<ILegacyParcels>().Put(Legacy(3, pounds: 3), Token);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public async Task An_update_answers_with_what_it_has_made_of_the_items_that_lead_whatever_has_followed()
    {
        await using var services = Process();
        await CreateTablesAsync(services);
        await PlainOld(services).Put(Legacy(1, pounds: 1), Token);
        await HostedProcess.StartAsync(services);
        var (old, young) = (services.GetRequiredService<ILegacyParcels>(), services.GetRequiredService<IParcels>());
        foreach (var phase in Enum.GetValues<MigrationPhase>().Where(static phase => phase is > MigrationPhase.NotStarted and < MigrationPhase.Contract))
        {
            await Runner(services).RunAsync(phase, Token);
            await FollowedAsync(services, phase);
            Assert.Equal($"new in {phase}", (await UnpausedAsync(() => young.ChangeRemark("s1", 1, $"new in {phase}", Token))).Remark);
            Assert.Equal($"old in {phase}", (await UnpausedAsync(() => old.ChangeRemark("s1", 1, $"old in {phase}", Token))).Note);
        }

        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public async Task A_process_that_has_one_client_for_both_takes_no_part()
    {
        await using var services = Process();
        await CreateTablesAsync(services);
        await Runner(services).RunAsync(MigrationPhase.Expand, Token);
        await using var mistaken = server.Process(_prefix);
        await HostedProcess.StartAsync(mistaken);

        var refused = await Assert.ThrowsAsync<PhaseUnknownException>(
            async () => await mistaken.GetRequiredService<ILegacyParcels>().Put(Legacy(1, pounds: 1), Token));

        Assert.Contains("TargetClient", refused.ToString(), StringComparison.Ordinal);
        await HostedProcess.StopAsync(mistaken);
    }

    [Fact]
    public void The_client_of_the_new_items_must_have_been_added()
    {
        var builder = new ServiceCollection().AddDynamoGen();
        var missing = Assert.Throws<InvalidOperationException>(
            () => builder.AddMigration<ParcelMigration, ILegacyParcels, IParcels>(static options => options.TargetClient = "nowhere"));
        Assert.Contains("nowhere", missing.Message, StringComparison.Ordinal);
    }

    private static LegacyParcel Legacy(int number, decimal pounds) => new() { Sender = $"s{number}", Number = number, Pounds = pounds };

    private ServiceProvider Process(Action<MigrationOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(There, options => _there.Reach(options, _prefix));
        services.AddDynamoGen(options => server.Reach(options, _prefix)).AddMigration<ParcelMigration, ILegacyParcels, IParcels>(options =>
        {
            MigrationServer.Configure(options);
            options.TargetClient = There;
            options.ShadowReads.MaxMismatchRate = 1;
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    private static async Task CreateTablesAsync(ServiceProvider services)
    {
        await MigrationServer.CreateTablesAsync(services, Token);
        await MigrationServer.CreateTablesAsync(services.GetRequiredKeyedService<TableProvisioner>(There), Token);
    }

    private static MigrationRunner Runner(ServiceProvider services) => services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));

    private static ILegacyParcels PlainOld(ServiceProvider services) => Plain<ILegacyParcels>(services.GetRequiredService<RepositoryContext>());

    private static IParcels PlainNew(ServiceProvider services) => Plain<IParcels>(services.GetRequiredKeyedService<RepositoryContext>(There));

    private static TRepository Plain<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);

    private static async Task FollowedAsync(ServiceProvider services, MigrationPhase phase)
    {
        var session = services.GetRequiredKeyedService<MigrationSession>(nameof(ParcelMigration));
        while (session.Phase != phase)
        {
            await Task.Delay(10, Token);
        }
    }

    private static async Task BackAsync(MigrationRunner runner, int steps)
    {
        for (var step = 0; step < steps && (await runner.GetProgressAsync(Token)).State.Phase > MigrationPhase.NotStarted; step++)
        {
            await runner.RollBackAsync(Token);
        }
    }

    /// <summary>The old item with its entry in the ledger, as a writer leaves them that goes no further.</summary>
    private async Task WriteWithoutDeliveryAsync(IAmazonDynamoDB here, LegacyParcel parcel)
    {
        var item = LegacyParcel.ToItem(parcel);
        var key = new Dictionary<string, AttributeValue> { ["pk"] = item["pk"], ["sk"] = item["sk"] };
        var place = LedgerKey.Of(
            nameof(ParcelMigration), Encoding.UTF8.GetBytes($$$"""{"pk":{"S":"{{{item["pk"].S}}}"},"sk":{"S":"{{{item["sk"].S}}}"}}"""));
        var entry = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new(place.PartitionKey),
            ["sk"] = new(place.Item),
            ["mark"] = new() { N = "7" },
            ["source"] = new() { M = key },
        };
        await here.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Put = new() { TableName = _prefix + "old-parcels", Item = item } },
                    new() { Put = new() { TableName = _prefix + MigrationTable.Schema.Name, Item = entry } },
                ],
            },
            Token);
    }

    /// <summary>Writes, and tries again while writes are paused.</summary>
    private static async Task<T> UnpausedAsync<T>(Func<ValueTask<T>> writeAsync)
    {
        while (true)
        {
            try
            {
                return await writeAsync();
            }
            catch (WritesPausedException)
            {
                await Task.Delay(10, Token);
            }
        }
    }

    /// <summary>A build writes its own numbers, and reads each at once.</summary>
    private static async Task WriteAsync(int build, IBuild parcels, Dictionary<int, LegacyParcel?> expected, CancellationToken ending)
    {
        var random = new Random(build);
        while (!ending.IsCancellationRequested)
        {
            var number = (2 * random.Next(Numbers / 2)) + build;
            var written = random.Next(5) == 0 ? null : Legacy(number, random.Next(1, 1000));
            await UnpausedAsync(async () =>
            {
                await parcels.WriteAsync(number, written);
                return true;
            });
            lock (expected)
            {
                expected[number] = written;
            }

            Assert.Equal(written, await parcels.ReadAsync(number));
        }
    }

    private static async Task<List<LegacyParcel>> ListAsync(ILegacyParcels parcels)
    {
        var found = new List<LegacyParcel>();
        for (var number = 0; number < Numbers; number++)
        {
            found.AddRange(await parcels.OfSender($"s{number}", Token).ToListAsync(Token));
        }

        return found;
    }

    private static async Task<List<Parcel>> ListAsync(IParcels parcels)
    {
        var found = new List<Parcel>();
        for (var number = 0; number < Numbers; number++)
        {
            found.AddRange(await parcels.OfSender($"s{number}", Token).ToListAsync(Token));
        }

        return found;
    }

    private interface IBuild
    {
        Task WriteAsync(int number, LegacyParcel? parcel);

        Task<LegacyParcel?> ReadAsync(int number);
    }

    private sealed class OldBuild(ILegacyParcels parcels) : IBuild
    {
        public async Task WriteAsync(int number, LegacyParcel? parcel) =>
            await (parcel is null ? parcels.Delete($"s{number}", number, Token) : parcels.Put(parcel, Token));

        public async Task<LegacyParcel?> ReadAsync(int number) => await parcels.Get($"s{number}", number, Token);
    }

    private sealed class NewBuild(IParcels parcels) : IBuild
    {
        public async Task WriteAsync(int number, LegacyParcel? parcel) => await (parcel is null
            ? parcels.Delete($"s{number}", number, Token)
            : parcels.Put(ParcelMigration.Forward(parcel), Token));

        public async Task<LegacyParcel?> ReadAsync(int number) =>
            await parcels.Get($"s{number}", number, Token) is { } parcel ? ParcelMigration.Backward(parcel) : null;
    }
}
