using DynamoGen.Hosting;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Regions.Tests.Newest;

/// <summary>While nothing is replicated, a read of the newest finds what another region wrote.</summary>
public sealed class ReadNewestTests : IAsyncLifetime
{
    private static readonly string[] Names = ["us-east-1", "eu-west-1", "ap-southeast-1"];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, ServiceProvider> _services = [];
    private SimulatedRegions _regions = null!;

    public async ValueTask InitializeAsync()
    {
        _regions = await SimulatedRegions.StartAsync(Names);
        foreach (var name in Names)
        {
            _services[name] = await _regions.CreateServicesAsync(name, services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                var builder = services.AddDynamoGen().AddRepository<INotes>().AddRepository<IAccounts>().AddRepository<IPrices>();
                foreach (var region in Names)
                {
                    builder.AddRegion(region);
                }
            });
        }
    }

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task The_latest_of_what_all_regions_wrote_is_read_in_each()
    {
        await In<INotes>("us-east-1").Put(new Note(1, "first"));
        await _regions.ReplicateAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await In<INotes>("ap-southeast-1").Put(new Note(1, "second"));

        foreach (var name in Names)
        {
            Assert.Equal("second", (await In<INotes>(name).GetNewest(1))!.Text);
        }

        Assert.Equal("first", (await In<INotes>("eu-west-1").Get(1))!.Text);
    }

    [Fact]
    public async Task Of_two_writes_at_one_time_every_region_takes_the_same()
    {
        await In<INotes>("us-east-1").Put(new Note(2, "there"));
        await In<INotes>("eu-west-1").Put(new Note(2, "here"));

        foreach (var name in Names)
        {
            Assert.Equal(("there", "us-east-1"), await In<INotes>(name).GetNewest(2) is { } note ? (note.Text, note.UpdatedIn) : default);
        }
    }

    [Fact]
    public async Task An_item_is_absent_once_no_region_has_it()
    {
        await In<INotes>("us-east-1").Put(new Note(3, "there"));
        await _regions.ReplicateAsync();
        await In<INotes>("eu-west-1").Delete(3);
        var before = await In<INotes>("eu-west-1").GetNewest(3);
        await _regions.ReplicateAsync();

        Assert.Equal("there", before!.Text);
        Assert.Null(await In<INotes>("eu-west-1").GetNewest(3));
    }

    [Fact]
    public async Task Each_region_is_asked_once_and_consistently()
    {
        await In<INotes>("us-east-1").Put(new Note(4, "there"));

        var response = await In<INotes>("eu-west-1").GetDetailed(4);

        Assert.Equal(("there", 3, 3.0), (response.Value!.Text, response.Requests, response.ConsumedCapacity));
    }

    [Fact]
    public async Task What_one_region_writes_is_read_there()
    {
        await In<IAccounts>("eu-west-1").Put(new Account("us-east-1", 1, 5));
        await In<IPrices>("eu-west-1").Put(new Price(1, 99));

        Assert.Null(await In<IAccounts>("eu-west-1").Get("us-east-1", 1));
        Assert.Null(await In<IPrices>("ap-southeast-1").Get(1));
        Assert.Equal(5, (await In<IAccounts>("eu-west-1").GetNewest("us-east-1", 1))!.Balance);
        Assert.Equal(99, (await In<IPrices>("ap-southeast-1").GetNewest(1))!.Cents);
        var problem = await Assert.ThrowsAsync<NewestUnknownException>(() => In<IAccounts>("eu-west-1").GetNewest("nowhere", 1).AsTask());
        Assert.DoesNotContain("nowhere", problem.Message, StringComparison.Ordinal);
    }

    private T In<T>(string region)
        where T : notnull => _services[region].GetRequiredService<T>();
}
