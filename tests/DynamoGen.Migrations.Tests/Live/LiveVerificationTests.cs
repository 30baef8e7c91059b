using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Migrations.Verification;
using DynamoGen.Repositories;
using DynamoGen.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>Old and new parcels are compared on DynamoDB Local, while the application writes and when others have written behind its back.</summary>
public sealed class LiveVerificationTests(MigrationServer server)
{
    private const int Numbers = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_application_writes_meanwhile_is_no_difference()
    {
        await using var application = server.Process($"{Guid.NewGuid():N}-");
        await MigrationServer.CreateTablesAsync(application, Token);
        await PutAllAsync(application);
        await Task.WhenAll(application.GetServices<IHostedService>().Select(service => service.StartAsync(Token)));
        var runner = Runner(application);
        using var ending = new CancellationTokenSource();
        var writing = WriteAsync(application.GetRequiredService<ILegacyParcels>(), ending.Token);
        var verified = 0L;
        using var listener = Listen(items => Interlocked.Add(ref verified, items));

        await runner.RunAsync(MigrationPhase.ShadowRead, Token);
        var items = 0L;
        for (var time = 0; time < 5; time++)
        {
            var found = await runner.VerifyAsync(Token);
            Assert.True(found.Agrees, found.ToString());
            Assert.Equal((MigrationPhase.ShadowRead, 0), (found.Phase, found.Examples.Count));
            items += found.OldItems;
        }

        await ending.CancelAsync();
        await writing;
        Assert.InRange(items, 1, Interlocked.Read(ref verified));
        Assert.True((await runner.VerifyAsync(Token)) is { Agrees: true, DifferingBuckets: 0 });
        await Task.WhenAll(application.GetServices<IHostedService>().Select(service => service.StopAsync(Token)));
    }

    [Fact]
    public async Task Of_several_processes_one_compares_and_the_others_wait_for_it()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        using var meters = new OwnMeterFactory();
        await using var first = Sharing(prefix, meters);
        await using var second = Sharing(prefix, meters);
        await MigrationServer.CreateTablesAsync(first, Token);
        await PutAllAsync(first);
        using var measured = new Measurements(meters);

        var states = await Task.WhenAll(
            Runner(first).RunAsync(MigrationPhase.ShadowRead, Token), Runner(second).RunAsync(MigrationPhase.ShadowRead, Token));

        Assert.All(states, state => Assert.Equal(MigrationPhase.ShadowRead, state.Phase));
        Assert.Equal(Numbers, measured.Of("dynamogen.migration.verified").Sum(measurement => measurement.Value));
    }

    [Fact]
    public async Task What_is_written_behind_the_migrations_back_stops_it_until_it_is_mended()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = server.Process(prefix);
        await MigrationServer.CreateTablesAsync(services, Token);
        await PutAllAsync(services);
        var runner = Runner(services);
        await runner.RunAsync(MigrationPhase.Settle, Token);
        var client = services.GetRequiredService<IAmazonDynamoDB>();
        var table = $"{prefix}parcels";
        var items = (await client.ScanAsync(new ScanRequest { TableName = table }, Token)).Items.ToDictionary(item => item["Remark"].S);
        Assert.Equal(Numbers, items.Count);

        await client.DeleteItemAsync(table, Key(items["n1"]), Token);
        await client.PutItemAsync(table, new(items["n2"]) { ["Remark"] = new AttributeValue("another") }, Token);
        var ghost = new Dictionary<string, AttributeValue>(items["n3"]) { ["pk"] = new AttributeValue("P#ghost") };
        await client.PutItemAsync(table, ghost, Token);

        var stopped = await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Cutover, Token));
        Assert.Contains("1 new items are lost, 1 are stale, 1 have no old item, and 0 old items", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(MigrationPhase.Verify, (await runner.GetProgressAsync(Token)).State.Phase);
        var found = await runner.VerifyAsync(Token);
        Assert.Equal((Numbers, Numbers, false), (found.OldItems, found.NewItems, found.Agrees));
        Assert.Equal((1, 1, 1, 0), (found.Lost, found.Stale, found.Resurrected, found.Failed));
        Assert.Equal(Enum.GetValues<MigrationDifferenceKind>(), found.Examples.Select(example => example.Kind).Order());
        Assert.All(found.Examples, example => Assert.Matches("^[0-9a-f]{32}$", example.KeyHash));

        await client.PutItemAsync(table, items["n1"], Token);
        await client.PutItemAsync(table, items["n2"], Token);
        await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Cutover, Token));
        await client.DeleteItemAsync(table, Key(ghost), Token);
        Assert.Equal(MigrationPhase.Cutover, (await runner.RunAsync(MigrationPhase.Cutover, Token)).Phase);
    }

    [Fact]
    public async Task An_old_item_that_cannot_be_copied_any_more_stops_it()
    {
        await using var services = server.Process($"{Guid.NewGuid():N}-");
        await MigrationServer.CreateTablesAsync(services, Token);
        await PutAllAsync(services);
        var runner = Runner(services);
        await runner.RunAsync(MigrationPhase.Settle, Token);
        await Plain<ILegacyParcels>(services).Put(Legacy(99) with { Pounds = -1 }, Token);

        var stopped = await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Cutover, Token));

        Assert.Contains("0 have no old item, and 1 old items cannot be copied", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_phases_in_which_not_both_are_written_nothing_is_compared()
    {
        await using var services = server.Process($"{Guid.NewGuid():N}-");
        await MigrationServer.CreateTablesAsync(services, Token);
        var runner = Runner(services);

        Assert.Contains(
            "NotStarted", (await Assert.ThrowsAsync<InvalidOperationException>(() => runner.VerifyAsync(Token))).Message, StringComparison.Ordinal);
        await runner.RunAsync(MigrationPhase.Done, Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.VerifyAsync(Token));
    }

    private ServiceProvider Sharing(string prefix, OwnMeterFactory meters) => server.Process(prefix, builder =>
    {
        builder.Services.AddSingleton<IMeterFactory>(meters);
        builder.AddMigration<ParcelMigration, ILegacyParcels, IParcels>(MigrationServer.Configure);
    });

    private static MigrationRunner Runner(ServiceProvider services) => services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));

    private static LegacyParcel Legacy(int number) => new() { Sender = $"s{number % 3}", Number = number, Pounds = number, Note = $"n{number}" };

    private static Dictionary<string, AttributeValue> Key(Dictionary<string, AttributeValue> item) => new() { ["pk"] = item["pk"], ["sk"] = item["sk"] };

    private static async Task PutAllAsync(ServiceProvider services)
    {
        var parcels = Plain<ILegacyParcels>(services);
        for (var number = 0; number < Numbers; number++)
        {
            await parcels.Put(Legacy(number), Token);
        }
    }

    private static TRepository Plain<TRepository>(ServiceProvider services)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(services.GetRequiredService<RepositoryContext>());

    private static async Task WriteAsync(ILegacyParcels parcels, CancellationToken ending)
    {
        var random = new Random(3);
        while (!ending.IsCancellationRequested)
        {
            var parcel = Legacy(random.Next(Numbers)) with { Pounds = random.Next(1, 1000) };
            await (random.Next(3) == 0 ? parcels.Delete(parcel.Sender, parcel.Number, Token) : parcels.Put(parcel, Token));
        }
    }

    private static MeterListener Listen(Action<long> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "dynamogen.migration.verified")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, items, tags, _) =>
        {
            if (tags.ToArray().Contains(new("dynamogen.migration.outcome", "match")))
            {
                measured(items);
            }
        });
        listener.Start();
        return listener;
    }
}
