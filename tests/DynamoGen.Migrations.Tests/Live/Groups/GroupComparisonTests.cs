using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Tests.Baskets;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>Groups are compared, sampled and estimated as what they are.</summary>
public sealed class GroupComparisonTests(MigrationServer server)
{
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_differs_is_told_by_group(bool isSplit)
    {
        await using var process = Process(isSplit);
        await process.CreateTablesAsync();
        await process.StartAsync();
        for (var id = 1; id <= 20; id++)
        {
            await process.Baskets.Put(BasketText.Basket(id, ("apple", id), ("bread", 1)), Token);
        }

        await process.RunAsync(MigrationPhase.ShadowRead);
        Assert.Equal((20, 20, true), Counts(await process.Runner.VerifyAsync(Token)));

        // Past the repositories, on the new side: one group changes, one goes, and one comes.
        await ChangeAsync(process, isSplit);

        var found = await process.Runner.VerifyAsync(Token);
        Assert.Equal((1, 1, 1, 0), (found.Lost, found.Stale, found.Resurrected, found.Failed));
        Assert.Equal(3, found.Examples.Count);
        await process.StopAsync();
    }

    [Fact]
    public async Task A_new_line_that_cannot_be_read_stands_for_no_basket()
    {
        await using var process = Process(isSplit: true);
        await process.CreateTablesAsync();
        await process.StartAsync();
        await process.Baskets.Put(BasketText.Basket(1, ("apple", 1)), Token);
        await process.RunAsync(MigrationPhase.Verify);
        var stray = BasketLine.ToItem(BasketText.Line(2, "bread", 2));
        stray["Pieces"] = new AttributeValue("two");
        await process.Service<IAmazonDynamoDB>().PutItemAsync(_prefix + "basket-lines", stray, Token);

        var found = await process.Runner.VerifyAsync(Token);
        Assert.Equal((0, 0, 1), (found.Lost, found.Stale, found.Resurrected));
        await process.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shadow_reads_compare_what_both_sides_make(bool isSplit)
    {
        await using var process = Process(isSplit);
        await process.CreateTablesAsync();
        await process.StartAsync();
        await process.Baskets.Put(BasketText.Basket(1, ("apple", 1), ("bread", 2)), Token);
        await process.RunAsync(MigrationPhase.ShadowRead);
        await ReadAsync(process);
        Assert.Equal((3, 0), await ShadowReadsAsync(process, compared: 3));

        await ChangeAsync(process, isSplit);
        await ReadAsync(process);
        Assert.Equal((6, 3), await ShadowReadsAsync(process, compared: 6));
        await process.StopAsync();
    }

    [Fact]
    public async Task An_estimate_and_a_dry_run_of_many_to_one_see_whole_groups()
    {
        await using var process = Process(isSplit: false);
        await process.CreateTablesAsync();
        for (var id = 1; id <= 50; id++)
        {
            await process.PlainLines.Put(BasketText.Line(id, "apple", id), Token);
            await process.PlainLines.Put(BasketText.Line(id, "bread", id), Token);
        }

        var estimate = await process.Runner.EstimateAsync(cancellationToken: Token);
        Assert.Equal((true, 100, 100, 0), (estimate.IsExact, estimate.Items, estimate.SampledSourceItems, estimate.Collisions));
        Assert.Equal(50, estimate.WriteUnits);
        Assert.True(estimate.ReadUnits >= 50);
        var sample = Assert.Single(await process.Runner.DryRunAsync(1, Token));
        Assert.Equal((2, 1), (sample.Old.Count, sample.New.Count));
    }

    [Fact]
    public async Task An_estimate_of_one_to_many_counts_all_that_is_written()
    {
        await using var process = Process(isSplit: true);
        await process.CreateTablesAsync();
        for (var id = 1; id <= 20; id++)
        {
            await process.PlainBaskets.Put(BasketText.Basket(id, ("apple", id), ("bread", id), ("fig", id)), Token);
        }

        var estimate = await process.Runner.EstimateAsync(new EstimateOptions(), Token);
        Assert.Equal((20, 60), (estimate.Items, estimate.WriteUnits));
        Assert.Equal(3, Assert.Single(await process.Runner.DryRunAsync(1, Token)).New.Count);
    }

    private GroupProcess Process(bool isSplit) => isSplit
        ? GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, _prefix)
        : GroupProcess.Of<MergeMigration, IBasketLines, IBaskets>(server, _prefix);

    private static (long Old, long New, bool Agrees) Counts(MigrationVerification found) => (found.OldItems, found.NewItems, found.Agrees);

    /// <summary>On the new side, past the repositories: basket 1 changes, basket 2 goes, and basket 99 comes.</summary>
    private static async Task ChangeAsync(GroupProcess process, bool isSplit)
    {
        if (isSplit)
        {
            await process.PlainLines.Put(BasketText.Line(1, "apple", 9), Token);
            await process.PlainLines.Put(BasketText.Line(99, "fig", 1), Token);
            await process.PlainLines.Delete(BasketText.Customer(2), 2, "apple", Token);
            await process.PlainLines.Delete(BasketText.Customer(2), 2, "bread", Token);
            return;
        }

        await process.PlainBaskets.Put(BasketText.Basket(1, ("fig", 1)), Token);
        await process.PlainBaskets.Put(BasketText.Basket(99, ("fig", 1)), Token);
        await process.PlainBaskets.Delete(BasketText.Customer(2), 2, Token);
    }

    private static async Task ReadAsync(GroupProcess process)
    {
        Assert.Equal("1 apple, 2 bread", BasketText.Of(await process.Baskets.Get(BasketText.Customer(1), 1, Token)));
        Assert.Equal("1 apple, 2 bread", BasketText.Of(await process.Lines.OfBasket(BasketText.Customer(1), 1, Token).ToListAsync(Token)));
        Assert.Equal(1, (await process.Lines.Get(BasketText.Customer(1), 1, "apple", Token))!.Pieces);
    }

    private static async Task<(long Compared, long Differing)> ShadowReadsAsync(GroupProcess process, long compared)
    {
        while (true)
        {
            var counts = (await process.Runner.GetProgressAsync(Token)).ShadowReads;
            if (counts.Sum(count => count.Compared) >= compared)
            {
                return (counts.Sum(count => count.Compared), counts.Sum(count => count.Mismatched));
            }

            await Task.Delay(20, Token);
        }
    }
}
