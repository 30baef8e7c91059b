using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Estimates;

/// <summary>A migration is estimated and tried on DynamoDB Local before anything is written.</summary>
public sealed class EstimateTests(MigrationServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_table_is_counted()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = await CreateAsync(prefix);
        await PutAsync(services, Enumerable.Range(0, 40).Select(number => Legacy(number)));
        await PutAsync(services, [Legacy(40, pounds: -1), Legacy(41, pounds: -2), Legacy(42, note: new string('x', 1_500))]);
        await PutOtherAsync(services, prefix);

        var estimate = await Runner(services).EstimateAsync(cancellationToken: Token);

        Assert.True(estimate.IsExact);
        Assert.Equal((44, 43, 0), (estimate.TableItems, estimate.Items, estimate.ItemsMargin));
        Assert.Equal(42, estimate.WriteUnits);
        Assert.Equal(0, estimate.WriteUnitsMargin);
        Assert.Equal(Math.Ceiling(estimate.TableBytes / 4096.0), estimate.ReadUnits);
        Assert.InRange(estimate.Bytes, 1_500, estimate.TableBytes - 1);
        Assert.Equal(((decimal)estimate.ReadUnits * 0.125m / 1_000_000) + (42 * 0.625m / 1_000_000), estimate.Price);
        Assert.Equal(new WriteOverhead(Ledger: (84.0 + 82) / 42, Settle: (84.0 + 84 + 82) / 42, Both: (84.0 + 84) / 42), estimate.Overhead);
        Assert.Equal([new SampledFailure("System.InvalidOperationException", 2)], estimate.Failures);
        Assert.Equal((null, 64, 0), (estimate.Duration, estimate.RecommendedSegments, estimate.Collisions));
        Assert.Equal(MigrationPhase.NotStarted, (await Runner(services).GetProgressAsync(Token)).State.Phase);
    }

    [Fact]
    public async Task A_sample_of_a_larger_table_comes_near_it()
    {
        await using var services = await CreateAsync($"{Guid.NewGuid():N}-");
        await PutAsync(services, Enumerable.Range(0, 200).Select(number => Legacy(number, sender: $"s{number}")));

        var estimate = await Runner(services).EstimateAsync(new EstimateOptions { Pages = 4, PageItems = 5 }, Token);

        Assert.False(estimate.IsExact);
        Assert.InRange(estimate.SampledItems, 1, 20);
        Assert.Equal((200, 200, 0), (estimate.TableItems, estimate.Items, estimate.ItemsMargin));
        Assert.Equal(200, estimate.WriteUnits);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_written_and_writes_nothing()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = await CreateAsync(prefix);
        await PutAsync(services, [Legacy(1, pounds: 2), Legacy(2, pounds: -1)]);
        await PutOtherAsync(services, prefix);

        var samples = await Runner(services).DryRunAsync(10, Token);

        Assert.Equal(2, samples.Count);
        var copied = Assert.Single(samples, sample => sample.Reason is null);
        Assert.Equal("""{"N":"2"}""", copied.Old[0]["Pounds"]);
        Assert.Equal(("""{"N":"1000"}""", """{"S":"P#s"}"""), (copied.New[0]["Grams"], copied.New[0]["pk"]));
        Assert.False(copied.Collides);
        var refused = Assert.Single(samples, sample => sample.New.Count == 0);
        Assert.Equal(("System.InvalidOperationException", """{"N":"-1"}"""), (refused.Reason, refused.Old[0]["Pounds"]));
        Assert.Single(await Runner(services).DryRunAsync(1, Token));
        var target = await services.GetRequiredService<IAmazonDynamoDB>().ScanAsync(new ScanRequest { TableName = $"{prefix}parcels" }, Token);
        Assert.Equal(0, target.Count);
    }

    [Fact]
    public async Task Old_items_that_give_one_new_key_are_told()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = await CreateAsync(prefix);
        await PutAsync(services, [Legacy(1), Legacy(2)]);
        var client = services.GetRequiredService<IAmazonDynamoDB>();
        var stored = await client.ScanAsync(new ScanRequest { TableName = $"{prefix}old-parcels" }, Token);
        var twin = stored.Items.Single(item => item["Number"].N == "1");
        twin["pk"] = new AttributeValue("SENDER#elsewhere");
        await client.PutItemAsync($"{prefix}old-parcels", twin, Token);

        Assert.Equal(2, (await Runner(services).EstimateAsync(cancellationToken: Token)).Collisions);
        var samples = await Runner(services).DryRunAsync(3, Token);
        Assert.Equal(["""{"N":"1"}""", """{"N":"1"}"""], samples.Where(sample => sample.Collides).Select(sample => sample.Old[0]["Number"]));
    }

    [Fact]
    public async Task Options_that_mean_nothing_are_refused()
    {
        await using var services = await CreateAsync($"{Guid.NewGuid():N}-");

        await Assert.ThrowsAsync<ArgumentException>(() => Runner(services).EstimateAsync(new EstimateOptions { Pages = 1 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Runner(services).EstimateAsync(new EstimateOptions { WritePricePerMillion = -1 }, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Runner(services).DryRunAsync(0, Token));
    }

    [Fact]
    public async Task What_cannot_be_copied_is_listed_and_tried_again_from_Settle_on()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = await CreateAsync(prefix);
        await PutAsync(services, [Legacy(1), Legacy(2, pounds: -1)]);
        var runner = Runner(services);
        var begun = TimeProvider.System.GetUtcNow();

        await runner.RunAsync(MigrationPhase.Backfill, Token);
        var failure = Assert.Single(await runner.ListFailuresAsync(Token).ToListAsync(Token));
        Assert.Matches("^[0-9a-f]{32}$", failure.KeyHash);
        Assert.Equal("System.InvalidOperationException", failure.Reason);
        Assert.True(failure.Since >= begun);
        var early = await Assert.ThrowsAsync<InvalidOperationException>(() => runner.RetryFailuresAsync(Token));
        Assert.Contains("Backfill", early.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<MigrationStoppedException>(() => runner.RunAsync(MigrationPhase.Settle, Token));
        Assert.Equal(new FailureRetry(0, 1), await runner.RetryFailuresAsync(Token));
        Assert.Equal(failure, Assert.Single(await runner.ListFailuresAsync(Token).ToListAsync(Token)));

        await PutAsync(services, [Legacy(2, pounds: 3)]);
        Assert.Equal(new FailureRetry(1, 0), await runner.RetryFailuresAsync(Token));
        Assert.Empty(await runner.ListFailuresAsync(Token).ToListAsync(Token));
        Assert.Empty((await runner.GetProgressAsync(Token)).Instances);
        Assert.Equal(1_500, (await Plain<IParcels>(services).Get("s", 2, Token))!.Grams);
        await runner.RunAsync(MigrationPhase.Contract, Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.RetryFailuresAsync(Token));
    }

    private async Task<ServiceProvider> CreateAsync(string prefix)
    {
        var services = server.Process(prefix);
        await MigrationServer.CreateTablesAsync(services, Token);
        return services;
    }

    private static MigrationRunner Runner(ServiceProvider services) => services.GetRequiredKeyedService<MigrationRunner>(nameof(ParcelMigration));

    private static TRepository Plain<TRepository>(ServiceProvider services)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(services.GetRequiredService<RepositoryContext>());

    private static LegacyParcel Legacy(int number, decimal pounds = 1, string? note = null, string sender = "s") =>
        new() { Sender = sender, Number = number, Pounds = pounds, Note = note };

    private static async Task PutAsync(ServiceProvider services, IEnumerable<LegacyParcel> parcels)
    {
        foreach (var parcel in parcels)
        {
            await Plain<ILegacyParcels>(services).Put(parcel, Token);
        }
    }

    private static Task PutOtherAsync(ServiceProvider services, string prefix) => services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(
        $"{prefix}old-parcels",
        new() { ["pk"] = new AttributeValue("OTHER"), ["sk"] = new AttributeValue("1"), ["_t"] = new AttributeValue("Other") },
        Token);
}
