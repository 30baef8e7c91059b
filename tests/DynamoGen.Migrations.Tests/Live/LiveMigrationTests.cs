using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>Parcels move from one table to another with other keys, on DynamoDB Local, while an old and a new build of the application write them.</summary>
public sealed class LiveMigrationTests(MigrationServer server)
{
    private const int Senders = 5;
    private const int Numbers = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_builds_write_through_every_phase_back_and_forth_and_nothing_is_lost()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var old = server.Process(prefix);
        await using var young = server.Process(prefix);
        await using var worker = server.Process(prefix);
        await MigrationServer.CreateTablesAsync(worker, Token);
        var plainOld = Plain<ILegacyParcels>(worker);
        for (var number = 0; number < Numbers; number++)
        {
            await plainOld.Put(Legacy(number % Senders, number, pounds: 1), Token);
        }

        await HostedProcess.StartAsync(old);
        await HostedProcess.StartAsync(young);
        var runner = worker.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));
        using var ending = new CancellationTokenSource();
        Dictionary<int, LegacyParcel?> expected = [];
        var writers = new[]
        {
            WriteOldAsync(old.GetRequiredService<ILegacyParcels>(), expected, ending.Token),
            WriteNewAsync(young.GetRequiredService<IParcels>(), expected, ending.Token),
        };

        await runner.RunAsync(MigrationPhase.Verify, Token);
        await BackAsync(runner, steps: 4);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await BackAsync(runner, steps: 8);
        Assert.Equal(MigrationPhase.NotStarted, (await runner.GetProgressAsync(Token)).State.Phase);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await ending.CancelAsync();
        await Task.WhenAll(writers);

        Assert.Equal(await ListAsync(Plain<ILegacyParcels>(worker)), (await ListAsync(Plain<IParcels>(worker))).Select(ParcelMigration.Backward));
        await runner.RunAsync(MigrationPhase.Done, Token);
        var parcels = (await ListAsync(young.GetRequiredService<IParcels>())).ToDictionary(parcel => parcel.Number, ParcelMigration.Backward);
        Assert.NotEmpty(expected);
        Assert.All(expected, written => Assert.Equal(written.Value, parcels.GetValueOrDefault(written.Key)));
        Assert.All(Enumerable.Range(0, Numbers).Except(expected.Keys), number => Assert.Equal(Legacy(number % Senders, number, pounds: 1), parcels[number]));
        await HostedProcess.StopAsync(old);
        await HostedProcess.StopAsync(young);
    }

    [Fact]
    public async Task What_cannot_be_copied_is_put_aside_with_its_reason_and_goes_on_when_it_is_mended()
    {
        await using var services = server.Process($"{Guid.NewGuid():N}-");
        await MigrationServer.CreateTablesAsync(services, Token);
        var old = Plain<ILegacyParcels>(services);
        await old.Put(Legacy(0, 1, pounds: 3), Token);
        await old.Put(Legacy(0, 2, pounds: -3), Token);
        var runner = services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));

        var stopped = await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Verify, Token));
        Assert.Contains("1 items", stopped.Message, StringComparison.Ordinal);
        var progress = await runner.GetProgressAsync(Token);
        Assert.Equal((MigrationPhase.Settle, 1, 1), (progress.State.Phase, progress.Unsettled, progress.Failed));
        Assert.Equal((4, 4, 1), (progress.Segments, progress.SegmentsDone, progress.Copied));

        await HostedProcess.StartAsync(services);
        await services.GetRequiredService<ILegacyParcels>().Put(Legacy(0, 2, pounds: 4), Token);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        Assert.Equal([1500m, 2000m], (await ListAsync(Plain<IParcels>(services))).Select(parcel => parcel.Grams));
        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public async Task A_process_that_does_not_know_the_phase_refuses_to_read_and_write()
    {
        await using var services = server.Process($"{Guid.NewGuid():N}-");
        await MigrationServer.CreateTablesAsync(services, Token);

        await Assert.ThrowsAsync<PhaseUnknownException>(async () => await services.GetRequiredService<IParcels>().Get("s", 1, Token));
        await Assert.ThrowsAsync<PhaseUnknownException>(async () => await services.GetRequiredService<ILegacyParcels>().Put(Legacy(0, 1, 1), Token));
    }

    private static LegacyParcel Legacy(int sender, int number, decimal pounds) => new() { Sender = $"s{sender}", Number = number, Pounds = pounds };

    private static TRepository Plain<TRepository>(ServiceProvider services)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(services.GetRequiredService<RepositoryContext>());

    private static async Task BackAsync(MigrationRunner runner, int steps)
    {
        for (var step = 0; step < steps && (await runner.GetProgressAsync(Token)).State.Phase > MigrationPhase.NotStarted; step++)
        {
            await runner.RollBackAsync(Token);
        }
    }

    /// <summary>The old build has the even numbers.</summary>
    private static async Task WriteOldAsync(ILegacyParcels parcels, Dictionary<int, LegacyParcel?> expected, CancellationToken ending)
    {
        var random = new Random(1);
        while (!ending.IsCancellationRequested)
        {
            var number = 2 * random.Next(Numbers / 2);
            var written = Legacy(number % Senders, number, random.Next(1, 1000));
            if (random.Next(5) == 0)
            {
                await parcels.Delete(written.Sender, number, Token);
                Set(expected, number, null);
            }
            else if (random.Next(4) == 0)
            {
                var note = $"n{random.Next(1000)}";
                var before = await parcels.Get(written.Sender, number, Token);
                Assert.Equal(before is not null, await parcels.UpdateRemark(written.Sender, number, note, Token));
                Set(expected, number, before is null ? null : before with { Note = note });
            }
            else
            {
                await parcels.Put(written, Token);
                Set(expected, number, written);
                Assert.Equal(written, await parcels.Get(written.Sender, number, Token));
            }
        }
    }

    /// <summary>The new build has the odd numbers.</summary>
    private static async Task WriteNewAsync(IParcels parcels, Dictionary<int, LegacyParcel?> expected, CancellationToken ending)
    {
        var random = new Random(2);
        while (!ending.IsCancellationRequested)
        {
            var number = (2 * random.Next(Numbers / 2)) + 1;
            var written = ParcelMigration.Forward(Legacy(number % Senders, number, random.Next(1, 1000)));
            if (random.Next(5) == 0)
            {
                await parcels.Delete(written.Sender, number, Token);
                Set(expected, number, null);
            }
            else if (random.Next(4) == 0)
            {
                var before = await parcels.Get(written.Sender, number, Token);
                Assert.Equal(before is null, await parcels.Create(written, Token));
                Set(expected, number, ParcelMigration.Backward(before ?? written));
            }
            else
            {
                await parcels.Put(written, Token);
                Set(expected, number, ParcelMigration.Backward(written));
                Assert.Equal(written, await parcels.Get(written.Sender, number, Token));
            }
        }
    }

    private static void Set(Dictionary<int, LegacyParcel?> expected, int number, LegacyParcel? parcel)
    {
        lock (expected)
        {
            expected[number] = parcel;
        }
    }

    private static async Task<List<LegacyParcel>> ListAsync(ILegacyParcels parcels)
    {
        var found = new List<LegacyParcel>();
        for (var sender = 0; sender < Senders; sender++)
        {
            await foreach (var parcel in parcels.OfSender($"s{sender}", Token))
            {
                found.Add(parcel);
            }
        }

        return found;
    }

    private static async Task<List<Parcel>> ListAsync(IParcels parcels)
    {
        var found = new List<Parcel>();
        for (var sender = 0; sender < Senders; sender++)
        {
            await foreach (var parcel in parcels.OfSender($"s{sender}", Token))
            {
                found.Add(parcel);
            }
        }

        return found;
    }
}
