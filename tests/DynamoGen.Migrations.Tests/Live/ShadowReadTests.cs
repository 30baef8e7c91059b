using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>Reads are made of both items, and compared.</summary>
public sealed class ShadowReadTests(MigrationServer server)
{
    private const string Counter = "dynamogen.migration.shadow_reads";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_read_counts_whether_the_new_items_are_those_that_the_old_ones_stand_for_and_is_answered_with_the_old_ones()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        using var meters = new OwnMeterFactory();
        await using var services = server.Process(prefix, builder =>
        {
            builder.Services.AddSingleton<IMeterFactory>(meters);
            builder.AddMigration<ParcelMigration, ILegacyParcels, IParcels>(MigrationServer.Configure);
        });
        await MigrationServer.CreateTablesAsync(services, Token);
        await HostedProcess.StartAsync(services);
        await services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration)).RunAsync(MigrationPhase.ShadowRead, Token);
        while (services.GetRequiredKeyedService<MigrationSession>(nameof(ParcelMigration)).Phase != MigrationPhase.ShadowRead)
        {
            await Task.Delay(10, Token);
        }

        var old = services.GetRequiredService<ILegacyParcels>();
        await old.Put(new LegacyParcel { Sender = "s", Number = 1, Pounds = 2 }, Token);
        using var measured = new Measurements(meters);
        Assert.Equal(2, (await old.Get("s", 1, Token))!.Pounds);
        Assert.Equal(1000, (await services.GetRequiredService<IParcels>().Get("s", 1, Token))!.Grams);
        Assert.Equal(["match", "match"], measured.Of(Counter).Select(measurement => measurement.Tags["dynamogen.migration.result"]));

        var wrong = new Parcel { Sender = "s", Number = 1, Grams = 7 };
        await services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync($"{prefix}parcels", Parcel.ToItem(wrong), Token);
        Assert.Equal(2, (await old.Get("s", 1, Token))!.Pounds);
        await foreach (var parcel in services.GetRequiredService<IParcels>().OfSender("s", Token))
        {
            Assert.Equal(1000, parcel.Grams);
        }

        Assert.Equal(
            [("ILegacyParcels.Get", "mismatch"), ("IParcels.OfSender", "mismatch")],
            measured.Of(Counter).Skip(2).Select(measurement => (measurement.Tags["dynamogen.access_pattern"], measurement.Tags["dynamogen.migration.result"])));
        await ThrowsUntilCountedAnewAsync(services, prefix);
        await HostedProcess.StopAsync(services);
    }

    /// <summary>What was counted arrives within an interval; then nobody goes on, until the phase was left and entered again.</summary>
    private static async Task ThrowsUntilCountedAnewAsync(ServiceProvider services, string prefix)
    {
        var runner = services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));
        while ((await runner.GetProgressAsync(Token)).ShadowReads.Sum(count => count.Compared) < 4)
        {
            await Task.Delay(10, Token);
        }

        var counts = (await runner.GetProgressAsync(Token)).ShadowReads;
        Assert.Equal(
            [("ILegacyParcels.Get", 2, 1), ("IParcels.Get", 1, 0), ("IParcels.OfSender", 1, 1)],
            counts.Select(count => (count.AccessPattern, count.Compared, count.Mismatched)));
        var hash = Assert.Single(counts[0].Examples);
        Assert.Equal(hash, Assert.Single((await runner.VerifyAsync(Token)).Examples).KeyHash);
        Assert.Equal([hash], counts[2].Examples);

        var stopped = await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Cutover, Token));
        Assert.Equal(
            $"ParcelMigration stopped, because 2 of 4 shadow reads differ: 1 of ILegacyParcels.Get, such as {hash}; 1 of IParcels.OfSender, such as {hash}.",
            stopped.Message);

        var right = new Parcel { Sender = "s", Number = 1, Grams = 1000 };
        await services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync($"{prefix}parcels", Parcel.ToItem(right), Token);
        await runner.RollBackAsync(Token);
        Assert.Equal(MigrationPhase.Cutover, (await runner.RunAsync(MigrationPhase.Cutover, Token)).Phase);
    }
}
