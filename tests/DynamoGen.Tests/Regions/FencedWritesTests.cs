using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Regions.Guards;
using DynamoGen.Regions.Writers;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Regions;

/// <summary>
/// Each write carries the epoch of its process, and an item of a newer one refuses it. Both regions are one server here, as if all had arrived.
/// </summary>
public sealed class FencedWritesTests(LocalServer server) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private ServiceProvider _heard = null!;
    private ServiceProvider _slow = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAccounts Accounts => _heard.GetRequiredService<IAccounts>();

    /// <summary>The repository of a process that has not heard of the failover.</summary>
    private IAccounts Slow => _slow.GetRequiredService<IAccounts>();

    private string TableName => _heard.GetRequiredService<DynamoGenOptions>().TableName<AccountTable>();

    public async ValueTask InitializeAsync()
    {
        var prefix = LocalServer.NewPrefix();
        (_heard, _slow) = (Services(prefix), Services(prefix));
        await _heard.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<AccountTable>(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _heard.DisposeAsync();
        await _slow.DisposeAsync();
    }

    private ServiceProvider Services(string prefix)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Endpoint;
            options.Region = "us-east-1";
            options.TableNamePrefix = prefix;
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
        }).AddRegion("eu-west-1").ConfigureRegions(options => options.ForeignWrites = ForeignWrites.Send).AddRepository<IAccounts>();
        return services.BuildServiceProvider();
    }

    private async Task<long> FailOverAsync() =>
        (await _heard.GetRequiredService<RegionFailover>().FailOverAsync<AccountTable>("eu-west-1", Cancellation)).Epoch.Value;

    private async Task<Dictionary<string, AttributeValue>> StoredAsync() => Assert.Single(
        (await _heard.GetRequiredService<IAmazonDynamoDB>().ScanAsync(new ScanRequest(TableName) { ConsistentRead = true }, Cancellation)).Items,
        item => item["_t"].S == nameof(Account));

    private Task StoreAsync(Dictionary<string, AttributeValue> item) =>
        _heard.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(TableName, item, Cancellation);

    private static readonly Dictionary<string, Func<IAccounts, Task>> Writes = new()
    {
        ["put"] = async accounts => await accounts.Put(new Account(1, 7)),
        ["put that returns the item before"] = async accounts => await accounts.PutReplaced(new Account(1, 7)),
        ["put as a transaction"] = async accounts => await accounts.PutOnce(new Account(1, 7)),
        ["replace"] = async accounts => await accounts.Replace(new Account(1, 7)),
        ["update"] = async accounts => await accounts.Update(1, 7),
        ["update with an outcome"] = async accounts => await accounts.UpdateBalance(1, 7),
        ["upsert"] = async accounts => await accounts.Upsert(1, 7),
        ["delete"] = async accounts => await accounts.Delete(1),
        ["delete of what is there"] = async accounts => await accounts.DeleteKnown(1),
    };

    public static TheoryData<string> Kinds => [.. Writes.Keys];

    [Fact]
    public async Task Each_write_carries_the_epoch_in_which_its_process_writes()
    {
        Assert.Equal(0, (await Accounts.Put(new Account(1, 1) { Epoch = 99 })).Epoch);
        var epoch = await FailOverAsync();

        Assert.Equal(epoch, (await Accounts.Put(new Account(1, 2))).Epoch);
        Assert.True(await Accounts.Create(new Account(2, 2)));
        Assert.Equal(epoch, (await Accounts.Get(2))!.Epoch);
        Assert.Equal(epoch, (await Accounts.Upsert(3, 2)).Epoch);
        await Slow.Put(new Account(4, 2));
        Assert.Equal((0, epoch), ((await Accounts.Get(4))!.Epoch, (await Accounts.Update(4, 3)).Epoch));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_write_is_refused_by_an_item_of_a_newer_epoch(string kind)
    {
        await Slow.Put(new Account(1, 1));
        await FailOverAsync();
        await Accounts.Put(new Account(1, 2));
        var before = await StoredAsync();

        var refused = await Assert.ThrowsAsync<WrongRegionException>(() => Writes[kind](Slow));

        Assert.Equal(("accounts", "us-east-1", "eu-west-1"), (refused.Table, refused.LocalRegion, refused.HomeRegion));
        Assert.NotNull(refused.InnerException);
        Assert.Equal(before["Balance"].N, (await StoredAsync())["Balance"].N);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_write_takes_the_place_of_an_item_of_its_own_epoch_or_an_older_one_or_of_none(string kind)
    {
        await Accounts.Put(new Account(1, 1));
        await FailOverAsync();

        await Writes[kind](Accounts);
        await Accounts.Put(new Account(1, 1));
        await Writes[kind](Accounts);
        await Accounts.Put(new Account(1, 1));
        var unstamped = await StoredAsync();
        Assert.True(unstamped.Remove("Epoch"));
        await StoreAsync(unstamped);
        await Writes[kind](Slow);

        Assert.Equal(kind.StartsWith("delete", StringComparison.Ordinal) ? null : 7, (await Accounts.Get(1))?.Balance);
    }

    [Fact]
    public async Task A_transaction_says_that_its_writer_is_stale()
    {
        await FailOverAsync();
        await Accounts.Put(new Account(1, 2));
        foreach (var action in new[] { Slow.PutAction(new Account(1, 7)), Slow.UpdateAction(1, 7), Slow.DeleteAction(1) })
        {
            var failed = await Assert.ThrowsAsync<TransactionFailedException>(
                () => _slow.GetRequiredService<ITransactions>().WriteAsync([action], cancellationToken: Cancellation).AsTask());

            Assert.Equal(ConditionFailureReason.StaleWriter, Assert.Single(failed.Failures).Condition);
        }

        Assert.Equal(2, (await Accounts.Get(1))!.Balance);
    }

    [Fact]
    public async Task Who_was_refused_writes_where_the_item_says_from_then_on()
    {
        var epoch = await FailOverAsync();
        await Accounts.Put(new Account(1, 2));
        await Assert.ThrowsAsync<WrongRegionException>(() => Slow.Put(new Account(1, 7)).AsTask());

        Assert.Equal(epoch, (await Slow.Put(new Account(1, 7))).Epoch);
        Assert.Equal("eu-west-1", Slow.PutAction(new Account(1, 8)).Region);
    }

    [Fact]
    public async Task An_item_that_has_expired_in_a_newer_epoch_is_not_made_anew()
    {
        await FailOverAsync();
        await Accounts.Put(new Account(1, 2) { Closed = _clock.GetUtcNow() });

        await Assert.ThrowsAsync<WrongRegionException>(() => Slow.Create(new Account(1, 7)).AsTask());
        await using var other = Services(TableName[..^"accounts".Length]);
        await Assert.ThrowsAsync<WrongRegionException>(() => other.GetRequiredService<IAccounts>().Upsert(1, 7).AsTask());

        Assert.Equal("2", (await StoredAsync())["Balance"].N);
        Assert.True(await Accounts.Create(new Account(1, 8)));
    }

    [Fact]
    public async Task An_update_takes_away_what_the_guard_has_noted()
    {
        await Accounts.Put(new Account(1, 1));
        var put = await StoredAsync();
        put[WriterGuard.PlaceAttribute] = new AttributeValue("1");
        await StoreAsync(put);

        await Accounts.Update(1, 2);

        Assert.False((await StoredAsync()).ContainsKey(WriterGuard.PlaceAttribute));
    }

    [Fact]
    public void A_write_that_was_sent_before_a_newer_writer_was_seen_has_the_epoch_of_its_own_region()
    {
        var known = new KnownWriters();
        var east = new TableWriter("us-east-1", WriterEpoch.First.Next("us-east-1"));
        var west = new TableWriter("eu-west-1", east.Epoch.Next("eu-west-1"));
        var routes = new RegionRoutes(ForeignWrites.Send, ["us-east-1"], known);
        Assert.Equal(WriterEpoch.First, routes.EpochOf("accounts", "us-east-1"));

        known.Learn("accounts", east);
        known.Learn("accounts", west);

        Assert.Equal((east.Epoch, west.Epoch), (routes.EpochOf("accounts", "us-east-1"), routes.EpochOf("accounts", "eu-west-1")));
        Assert.Equal(west.Epoch, routes.EpochOf("accounts", null));
    }
}
