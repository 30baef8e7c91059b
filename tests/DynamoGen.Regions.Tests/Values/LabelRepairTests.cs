using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>Sets and registers of regions that overwrite each other's writes.</summary>
public sealed class LabelRepairTests : IAsyncLifetime
{
    private const string East = "us-east-1";
    private const string West = "eu-west-1";

    private RepairedRegions _regions = null!;

    public async ValueTask InitializeAsync() => _regions = await RepairedRegions.StartAsync(seed: 7);

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task Each_region_writes_an_attribute_of_its_own()
    {
        var label = await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("red", "blue"));
        await _regions.Simulated.ReplicateAsync();
        var read = (await _regions.Labels(West).Get("a"))!;
        var both = await _regions.Labels(West).UpsertTags("a", read.Tags.Without("red").With("green"));

        Assert.Equal(["blue", "red"], label.Tags.Order());
        Assert.Equal(["blue", "green"], both.Tags.Order());
        Assert.Equal((true, true), (both.Tags.Has(East), both.Tags.Has(West)));
        Assert.Equal(label.Tags.Of(East), both.Tags.Of(East));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_two_regions_add_at_the_same_time_is_there_in_the_end(bool isWhole)
    {
        await TagAsync(East, isWhole, new Label("a").Tags.With("old"));
        await _regions.Simulated.ReplicateAsync();
        var (east, west) = ((await _regions.Labels(East).Get("a"))!, (await _regions.Labels(West).Get("a"))!);
        await TagAsync(East, isWhole, east.Tags.With("east"));
        await TagAsync(West, isWhole, west.Tags.With("west").Without("old"));
        await _regions.Simulated.ReplicateAsync();
        Assert.DoesNotContain("east", (await _regions.Labels(East).Get("a"))!.Tags);

        await _regions.SettleAsync();

        foreach (var name in RepairedRegions.Names)
        {
            Assert.Equal(["east", "west"], (await _regions.Labels(name).Get("a"))!.Tags.Order());
        }
    }

    [Fact]
    public async Task What_one_region_adds_again_while_another_removes_it_stays()
    {
        await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("hot"));
        await _regions.Simulated.ReplicateAsync();
        var (east, west) = ((await _regions.Labels(East).Get("a"))!, (await _regions.Labels(West).Get("a"))!);
        await _regions.Labels(West).UpsertTags("a", west.Tags.With("hot"));
        await _regions.Labels(East).UpsertTags("a", east.Tags.Without("hot"));

        await _regions.SettleAsync();

        Assert.Equal(["hot"], (await _regions.Labels(West).Get("a"))!.Tags);

        // Whoever has read both additions removes both.
        var both = (await _regions.Labels(East).Get("a"))!;
        await _regions.Labels(East).UpsertTags("a", both.Tags.Without("hot"));
        await _regions.SettleAsync();
        Assert.Empty((await _regions.Labels(West).Get("a"))!.Tags);
    }

    [Fact]
    public async Task Of_two_writers_of_one_region_that_read_the_same_neither_loses_what_it_added()
    {
        await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("one"));
        await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("two"));
        Assert.Equal(["two"], (await _regions.Labels(East).Get("a"))!.Tags);

        await _regions.SettleAsync();

        Assert.Equal(["one", "two"], (await _regions.Labels(East).Get("a"))!.Tags.Order());
    }

    [Fact]
    public async Task A_write_of_something_else_loses_no_name()
    {
        await _regions.Labels(East).UpsertName("a", new Label("a").Name.Set("first"));
        await _regions.Simulated.ReplicateAsync();
        var read = (await _regions.Labels(East).Get("a"))!;
        await _regions.Labels(East).UpsertName("a", read.Name.Set("second"));
        await _regions.Labels(West).UpsertComment("a", "later");
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal("first", (await _regions.Labels(East).Get("a"))!.Name.Value);

        await _regions.SettleAsync();

        foreach (var name in RepairedRegions.Names)
        {
            var label = (await _regions.Labels(name).Get("a"))!;
            Assert.Equal(("second", "later"), (label.Name.Value, label.Comment));
        }
    }

    [Fact]
    public async Task The_name_that_was_set_last_is_the_name()
    {
        await _regions.Labels(East).UpsertName("a", new Label("a").Name.Set("east"));
        await _regions.Simulated.ReplicateAsync();
        var read = (await _regions.Labels(West).Get("a"))!;
        await _regions.Labels(West).UpsertName("a", read.Name.Set("west"));
        await _regions.SettleAsync();

        Assert.Equal("west", (await _regions.Labels(East).Get("a"))!.Name.Value);
    }

    [Fact]
    public async Task A_record_that_comes_again_changes_nothing()
    {
        await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("east"));
        await _regions.Labels(West).UpsertTags("a", new Label("a").Tags.With("west"));
        await _regions.SettleAsync();
        var settled = (await _regions.Labels(East).Get("a"))!;
        await _regions.Labels(East).UpsertTags("a", settled.Tags.Without("east"));

        foreach (var name in RepairedRegions.Names)
        {
            await _regions.RepairFromBeginningAsync(name);
        }

        await _regions.SettleAsync();
        Assert.Equal(["west"], (await _regions.Labels(East).Get("a"))!.Tags);
    }

    [Fact]
    public async Task What_is_deleted_is_not_made_again()
    {
        await _regions.Labels(East).UpsertTags("a", new Label("a").Tags.With("east"));
        await _regions.Labels(West).UpsertTags("a", new Label("a").Tags.With("west"));
        await _regions.Simulated.ReplicateAsync();
        await _regions.Labels(East).Delete("a");

        await _regions.SettleAsync();

        Assert.Null(await _regions.Labels(West).Get("a"));
    }

    [Fact]
    public async Task A_transaction_and_a_batch_write_them_too()
    {
        var (tags, name) = (new Label("a").Tags.With("east"), new Label("a").Name.Set("name"));
        await _regions.Labels(East).PutMany([new Label("b") { Tags = tags, Name = name }]);
        await _regions.Service<ITransactions>(East).WriteAsync(
            [_regions.Labels(East).UpsertAllAction("a", name, tags, "comment")], null, TestContext.Current.CancellationToken);

        foreach (var id in new[] { "a", "b" })
        {
            var label = (await _regions.Labels(East).Get(id))!;
            Assert.Equal(("name", East), (label.Name.Value, label.UpdatedIn));
            Assert.Equal(["east"], label.Tags);
        }
    }

    private async Task TagAsync(string region, bool isWhole, DynamoGen.Regions.Values.RegionalSet<string> tags)
    {
        if (isWhole)
        {
            await _regions.Labels(region).Put(new Label("a") { Tags = tags });
        }
        else
        {
            await _regions.Labels(region).UpsertTags("a", tags);
        }
    }
}
