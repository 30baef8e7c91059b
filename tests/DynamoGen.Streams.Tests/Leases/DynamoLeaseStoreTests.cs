using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Tests.Leases;

/// <summary>Leases in a real table.</summary>
public sealed class DynamoLeaseStoreTests(StreamServer server)
{
    private const string Arn = "arn:aws:dynamodb:eu-west-1:1:table/Items/stream/1";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_lease_comes_back_as_it_was_written()
    {
        var (store, _) = await CreateAsync();
        var lease = new Lease(Arn, "a") { Checkpoint = LeaseCheckpoint.Latest, Parents = ["x", "y"] };

        Assert.True(await store.CreateAsync(lease, default));
        Assert.False(await store.CreateAsync(lease, default));
        Assert.True(await store.CreateAsync(new Lease(Arn, "b"), default));
        Assert.True(await store.CreateAsync(new Lease(Arn + "2", "b"), default));

        var listed = await store.ListAsync(Arn, default);
        Assert.Equal(["a", "b"], listed.Select(found => found.ShardId));
        Assert.True(lease.IsStateOf(listed[0]));
        Assert.Equal(["x", "y"], listed[0].Parents);
        Assert.Empty(listed[1].Parents);
        Assert.Null(await store.FindAsync(Arn, "c", default));
    }

    [Fact]
    public async Task A_lease_goes_from_taken_over_renewed_and_wanted_to_handed_over_and_deleted()
    {
        var (store, _) = await CreateAsync();
        var lease = new Lease(Arn, "a");
        await store.CreateAsync(lease, default);

        var taken = await store.ReplaceAsync(lease, lease.TakenBy("one"), default);
        Assert.Equal(("one", 1L), (taken!.Owner, taken.Counter));
        Assert.True(await store.RequestAsync(taken, "two", default));
        Assert.False(await store.RequestAsync(taken, "three", default));

        var renewed = await store.ReplaceAsync(taken, taken.Renewed(LeaseCheckpoint.After(SequenceNumber.Parse("0042"))), default);
        Assert.Equal(("one", 2L, "two", "0042"), (renewed!.Owner, renewed.Counter, renewed.WantedBy, renewed.Checkpoint.ToString()));

        var given = await store.ReplaceAsync(renewed, renewed.GivenTo("two", renewed.Checkpoint), default);
        Assert.Equal(("two", 3L, null), (given!.Owner, given.Counter, given.WantedBy));
        var ended = await store.ReplaceAsync(given, given.GivenTo(null, LeaseCheckpoint.ShardEnd) with { Children = ["b"] }, default);
        Assert.Null(ended!.Owner);
        Assert.Equal(["b"], (await store.FindAsync(Arn, "a", default))!.Children);

        Assert.False(await store.DeleteAsync(given, default));
        Assert.True(await store.DeleteAsync(ended, default));
        Assert.Null(await store.ReplaceAsync(ended, ended.TakenBy("one"), default));
        Assert.Null(await store.FindAsync(Arn, "a", default));
    }

    [Fact]
    public async Task Of_two_workers_that_race_one_is_the_owner()
    {
        var (store, _) = await CreateAsync();
        for (var round = 0; round < 20; round++)
        {
            var lease = new Lease(Arn, $"shard-{round}");
            await store.CreateAsync(lease, default);

            var racers = Enumerable.Range(0, 4).Select(worker => lease.TakenBy($"worker-{worker}")).ToList();
            var stored = await Task.WhenAll(racers.Select(taken => store.ReplaceAsync(lease, taken, default).AsTask()));

            Assert.Single(racers.Zip(stored), race => race.First.IsStateOf(race.Second));
            Assert.Single(stored.Select(now => (now!.Owner, now.Counter)).Distinct());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_answer_is_lost_is_known_by_what_is_stored(bool isApplied)
    {
        var (store, name) = await CreateAsync();
        var lease = new Lease(Arn, "a");
        await store.CreateAsync(lease, default);
        using var client = new LosingClient(server.Endpoint, isApplied);
        var losing = new DynamoLeaseStore(client, name, "handler");

        var stored = await losing.ReplaceOrReadAsync(lease, lease.TakenBy("one"), Timeout, TimeProvider.System);

        Assert.Equal(isApplied, lease.TakenBy("one").IsStateOf(stored));
        Assert.Equal(!isApplied, lease.IsStateOf(stored));
        Assert.True(stored!.IsStateOf(await store.FindAsync(Arn, "a", default)));
    }

    [Fact]
    public async Task A_write_that_the_client_sends_twice_is_no_refusal()
    {
        var (store, _) = await CreateAsync();
        var lease = new Lease(Arn, "a");
        await store.CreateAsync(lease, default);
        var taken = lease.TakenBy("one");

        Assert.True(taken.IsStateOf(await store.ReplaceAsync(lease, taken, default)));
        Assert.True(taken.IsStateOf(await store.ReplaceAsync(lease, taken, default)));
    }

    private async Task<(DynamoLeaseStore Store, string Name)> CreateAsync()
    {
        var client = new AmazonDynamoDBClient(StreamServer.Credentials, Config(server.Endpoint));
        var name = $"leases-{Guid.NewGuid():N}";
        await LeaseTable.EnsureCreatedAsync(client, name, TimeProvider.System, default);
        await LeaseTable.EnsureCreatedAsync(client, name, TimeProvider.System, default);
        return (new DynamoLeaseStore(client, name, "handler"), name);
    }

    private static AmazonDynamoDBConfig Config(string endpoint) => new() { ServiceURL = endpoint, AuthenticationRegion = "eu-west-1" };

    /// <summary>Loses the answers of its updates, or the updates.</summary>
    private sealed class LosingClient(string endpoint, bool applies) : AmazonDynamoDBClient(StreamServer.Credentials, Config(endpoint))
    {
        public override async Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        {
            if (applies)
            {
                await base.UpdateItemAsync(request, cancellationToken);
            }

            throw new AmazonClientException("The answer was lost.");
        }
    }
}
