using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Tests.Letters;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>Letters move without a way back; their old repository reads from a cache, and their old items may be of an earlier version.</summary>
public sealed class OneWayTests(MigrationServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_way_back_writes_pause_until_everybody_has_heard_of_it_and_the_old_items_are_read_no_more()
    {
        var (_, services) = await StartAsync();
        await using var process = services;
        var old = services.GetRequiredService<ILegacyLetters>();
        var young = services.GetRequiredService<ILetters>();
        var runner = Runner(services);
        await runner.RunAsync(MigrationPhase.ShadowRead, Token);
        await old.Put(new LegacyLetter { Id = "1", Text = "before" }, Token);
        await FollowedAsync(services, MigrationPhase.ShadowRead);

        // As long as an operation is under way, its process acknowledges nothing.
        Task<MigrationState> changing;
        using (services.GetRequiredKeyedService<MigrationSession>(nameof(LetterMigration)).EnterRead())
        {
            changing = runner.RunAsync(MigrationPhase.Contract, Token);
            while (!await IsPausedAsync(old))
            {
                await Task.Delay(10, Token);
            }

            Assert.False(changing.IsCompleted);
            Assert.Equal("before", (await old.Get("1", Token))!.Text);
        }

        Assert.Equal(MigrationPhase.Contract, (await changing).Phase);
        await FollowedAsync(services, MigrationPhase.Contract);
        await old.Put(new LegacyLetter { Id = "1", Text = "after" }, Token);
        Assert.Equal("after", (await young.Get("1", Token))!.Copy);
        var over = await Assert.ThrowsAsync<PhaseUnavailableException>(async () => await old.Get("1", Token));
        Assert.Equal((MigrationPhase.Contract, MigrationPhase.ShadowRead), (over.Phase, over.Last));
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.RollBackAsync(Token));
        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public async Task A_new_item_that_cannot_be_stored_is_put_aside_and_holds_no_other_up()
    {
        await using var services = server.Process(Prefix(), Add);
        await CreateTablesAsync(services);
        var plain = Plain<ILegacyLetters>(services);
        await plain.Put(new LegacyLetter { Id = "short", Text = "text" }, Token);
        await plain.Put(new LegacyLetter { Id = "long", Text = new string('x', 250_000) }, Token);

        await Assert.ThrowsAsync<MigrationStoppedException>(() => Runner(services).RunAsync(MigrationPhase.Verify, Token));

        var progress = await Runner(services).GetProgressAsync(Token);
        Assert.Equal((MigrationPhase.Settle, 1, 1, 1), (progress.State.Phase, progress.Copied, progress.Unsettled, progress.Failed));
        Assert.Equal("text", (await Plain<ILetters>(services).Get("short", Token))!.Copy);
    }

    [Fact]
    public async Task An_update_in_a_transaction_refuses_an_item_of_an_older_version_and_says_so()
    {
        var (prefix, services) = await StartAsync();
        await using var process = services;
        var old = services.GetRequiredService<ILegacyLetters>();
        await old.Put(new LegacyLetter { Id = "1", Text = "text" }, Token);
        await Runner(services).RunAsync(MigrationPhase.Verify, Token);
        await FollowedAsync(services, MigrationPhase.Verify);
        await services.GetRequiredService<IAmazonDynamoDB>().UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = $"{prefix}old-letters",
                Key = new() { ["pk"] = new("LETTER#1"), ["sk"] = new("TEXT") },
                UpdateExpression = "SET #v = :one, Body = :body REMOVE #text",
                ExpressionAttributeNames = new() { ["#v"] = "_v", ["#text"] = "Text" },
                ExpressionAttributeValues = new() { [":one"] = new() { N = "1" }, [":body"] = new("text") },
            },
            Token);

        var outdated = await Assert.ThrowsAsync<OutdatedItemException>(async () => await old.UpdateText("1", "new", Token));
        Assert.Equal((1, 2), (outdated.Found, outdated.Current));
        Assert.False(await old.UpdateText("2", "new", Token));
        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public async Task A_cached_read_sees_what_was_written_by_transactions_of_both_items()
    {
        var (prefix, services) = await StartAsync();
        await using var process = services;
        var old = services.GetRequiredService<ILegacyLetters>();
        await Runner(services).RunAsync(MigrationPhase.Verify, Token);
        await FollowedAsync(services, MigrationPhase.Verify);
        var raw = services.GetRequiredService<IAmazonDynamoDB>();
        await raw.PutItemAsync($"{prefix}old-letters", LegacyLetter.ToItem(new LegacyLetter { Id = "1", Text = "first" }), Token);
        Assert.Equal("first", (await old.Get("1", Token))!.Text);

        // What passes the repositories by shows that the cache answers.
        await raw.PutItemAsync($"{prefix}old-letters", LegacyLetter.ToItem(new LegacyLetter { Id = "1", Text = "unseen" }), Token);
        Assert.Equal("first", (await old.Get("1", Token))!.Text);

        await old.Put(new LegacyLetter { Id = "1", Text = "second" }, Token);
        Assert.Equal("second", (await old.Get("1", Token))!.Text);
        await HostedProcess.StopAsync(services);
    }

    [Fact]
    public void A_migration_is_added_once_and_with_options_that_mean_something()
    {
        var builder = new ServiceCollection().AddDynamoGen();
        Assert.Throws<ArgumentException>(() => builder.AddMigration<LetterMigration, ILegacyLetters, ILetters>(
            static options => options.Phases.Lease = options.Phases.Interval));
        builder.AddMigration<LetterMigration, ILegacyLetters, ILetters>();
        Assert.Throws<InvalidOperationException>(() => builder.AddMigration<LetterMigration, ILegacyLetters, ILetters>());
    }

    private static string Prefix() => $"{Guid.NewGuid():N}-";

    private static void Add(DynamoGenBuilder builder)
    {
        builder.Services.AddHybridCache();
        builder.AddMigration<LetterMigration, ILegacyLetters, ILetters>(MigrationServer.Configure);
    }

    private static TRepository Plain<TRepository>(ServiceProvider services)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(services.GetRequiredService<RepositoryContext>());

    private static MigrationRunner Runner(ServiceProvider services) => services.GetRequiredKeyedService<MigrationRunner>(nameof(LetterMigration));

    private async Task<(string Prefix, ServiceProvider Services)> StartAsync()
    {
        var prefix = Prefix();
        var services = server.Process(prefix, Add);
        await CreateTablesAsync(services);
        await HostedProcess.StartAsync(services);
        await FollowedAsync(services, MigrationPhase.NotStarted);
        return (prefix, services);
    }

    private static async Task CreateTablesAsync(ServiceProvider services)
    {
        var provisioner = services.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<OldLetters>(Token);
        await provisioner.EnsureCreatedAsync<NewLetters>(Token);
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema, Token);
    }

    /// <summary>Waits until the repositories of a process are in a phase.</summary>
    private static async Task FollowedAsync(ServiceProvider services, MigrationPhase phase)
    {
        var session = services.GetRequiredKeyedService<MigrationSession>(nameof(LetterMigration));
        while (session.Phase != phase)
        {
            await Task.Delay(10, Token);
        }
    }

    private static async Task<bool> IsPausedAsync(ILegacyLetters letters)
    {
        try
        {
            await letters.Put(new LegacyLetter { Id = "1", Text = "before" }, Token);
            return false;
        }
        catch (WritesPausedException)
        {
            return true;
        }
    }
}
