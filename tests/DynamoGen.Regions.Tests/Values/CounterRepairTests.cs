using DynamoGen.Regions.Values;
using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>What regions counted, where they overwrite each other's writes.</summary>
public sealed class CounterRepairTests : IAsyncLifetime
{
    private const string East = "us-east-1";
    private const string West = "eu-west-1";
    private const string South = "ap-southeast-1";

    private RepairedRegions _regions = null!;

    public async ValueTask InitializeAsync() => _regions = await RepairedRegions.StartAsync(seed: 7);

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task Each_region_adds_to_an_attribute_of_its_own()
    {
        await _regions.Pages(East).UpsertViews("a", 5);
        await _regions.Simulated.ReplicateAsync();
        var page = await _regions.Pages(West).UpsertViews("a", 2);

        Assert.Equal(7, page.Views.Total);
        Assert.Equal((5, 2, 0), (page.Views.Of(East), page.Views.Of(West), page.Views.Of(South)));
        Assert.Equal([West, East], page.Views.Regions);
        Assert.Equal(default(RegionalCount).With(East, 5).With(West, 2), page.Views);
    }

    [Fact]
    public async Task A_transaction_adds_to_several_counters()
    {
        await _regions.Pages(East).UpsertViews("a", 5);
        await _regions.Service<ITransactions>(East).WriteAsync(
            [_regions.Pages(East).UpsertBothAction("a", 2)], null, TestContext.Current.CancellationToken);

        var page = (await _regions.Pages(East).Get("a"))!;
        Assert.Equal((7, 1), (page.Views.Total, page.Likes.Total));
    }

    [Fact]
    public async Task What_is_created_keeps_what_it_has_counted_even_where_there_is_no_replica_any_more()
    {
        var given = new Page("a") { Views = default(RegionalCount).With(West, 3), Likes = default(RegionalCount).With("sa-east-1", 4) };
        await _regions.Pages(East).Create(given);

        Assert.Equal(given with { UpdatedIn = East }, await _regions.Pages(East).Get("a"));
    }

    [Fact]
    public async Task What_another_region_overwrote_is_added_again()
    {
        await CountApartAsync();
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal((0, 2), await PartsAsync(East));

        await _regions.SettleAsync();

        foreach (var name in RepairedRegions.Names)
        {
            Assert.Equal((5, 2), await PartsAsync(name));
        }
    }

    [Fact]
    public async Task A_record_that_comes_again_adds_nothing()
    {
        await CountApartAsync();
        await _regions.Simulated.ReplicateAsync();
        await _regions.RepairAsync(East);
        await _regions.RepairFromBeginningAsync(East);

        Assert.Equal((5, 2), await PartsAsync(East));
    }

    [Fact]
    public async Task A_record_that_comes_again_adds_nothing_where_its_repair_was_overwritten()
    {
        await CountApartAsync();
        await _regions.Simulated.ReplicateAsync();
        _regions.Simulated.Partition(East, West);
        await _regions.RepairAsync(East);
        await _regions.Pages(West).UpsertViews("a", 1);
        _regions.Simulated.HealAll();
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal((0, 3), await PartsAsync(East));

        await _regions.RepairFromBeginningAsync(East);
        await _regions.SettleAsync();

        Assert.Equal((5, 3), await PartsAsync(East));
    }

    [Fact]
    public async Task What_comes_back_by_itself_is_not_counted_twice()
    {
        // The west has not seen the east's five and is seen by the east; the south has seen them and writes last.
        _regions.Simulated.Partition(East, West);
        _regions.Simulated.Partition(West, South);
        await _regions.Pages(East).UpsertViews("a", 5);
        await _regions.Simulated.ReplicateAsync();
        await _regions.Pages(West).UpsertViews("a", 2);
        _regions.Simulated.Partition(East, South);
        await _regions.Pages(South).UpsertTitle("a", "title");
        _regions.Simulated.Heal(East, West);
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal((0, 2), await PartsAsync(East));
        _regions.Simulated.Heal(East, South);
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal((5, 0), await PartsAsync(East));

        await _regions.SettleAsync();

        Assert.Equal((5, 2), await PartsAsync(East));
    }

    [Fact]
    public async Task What_is_deleted_is_not_made_again()
    {
        await CountApartAsync();
        await _regions.Simulated.ReplicateAsync();
        await _regions.Pages(East).Delete("a");

        await _regions.SettleAsync();

        Assert.Null(await _regions.Pages(West).Get("a"));
    }

    /// <summary>The east counts five and the west two, behind it, of one item.</summary>
    private async Task CountApartAsync()
    {
        _regions.Simulated.Partition(East, West);
        _regions.Simulated.Partition(West, South);
        await _regions.Pages(East).UpsertViews("a", 5);
        await _regions.Pages(West).UpsertViews("a", 2);
        _regions.Simulated.HealAll();
    }

    private async Task<(long East, long West)> PartsAsync(string region)
    {
        var views = (await _regions.Pages(region).Get("a"))!.Views;
        return (views.Of(East), views.Of(West));
    }
}
