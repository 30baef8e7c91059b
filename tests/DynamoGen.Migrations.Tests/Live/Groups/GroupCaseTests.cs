using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Tests.Baskets;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>What may go wrong where one item stands for several, and where it ends.</summary>
public sealed class GroupCaseTests(MigrationServer server)
{
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_split_is_put_aside_with_its_reason_and_holds_no_other_up()
    {
        await using var process = await StartAsync<OneWaySplitMigration>();
        await process.PlainBaskets.Put(BasketText.Basket(1, ("apple", 1)), Token);
        await process.PlainBaskets.Put(BasketText.Basket(2, ("apple", -1)), Token);
        await process.PlainBaskets.Put(BasketText.Basket(3), Token);
        await process.PlainBaskets.Put(BasketText.Basket(4, (OneWaySplitMigration.Misplaced, 1)), Token);
        await process.PlainBaskets.Put(BasketText.Basket(5, (OneWaySplitMigration.Twice, 1)), Token);

        await Assert.ThrowsAsync<MigrationStoppedException>(() => process.Runner.RunAsync(MigrationPhase.Verify, Token));

        var reasons = await process.Runner.ListFailuresAsync(Token).Select(failure => failure.Reason).ToListAsync(Token);
        Assert.Equal(4, reasons.Count);
        Assert.Contains("System.InvalidOperationException", reasons);
        Assert.Contains(reasons, reason => reason.Contains("no BasketLine at all", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("another group", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("the same key", StringComparison.Ordinal));
        Assert.Equal("1 apple", await LinesOf(process, 1));

        for (var id = 2; id <= 5; id++)
        {
            await process.Baskets.Put(BasketText.Basket(id, ("bread", id)), Token);
        }

        await process.Runner.RunAsync(MigrationPhase.Verify, Token);
        Assert.Equal("5 bread", await LinesOf(process, 5));
        await process.StopAsync();
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_put_aside_alone_and_its_basket_is_merged_when_it_can()
    {
        await using var process = await StartAsync<MergeMigration>();
        await process.PlainLines.Put(BasketText.Line(1, "apple", 1), Token);
        await process.PlainLines.Put(BasketText.Line(1, "bread", 2), Token);
        var unreadable = BasketLine.ToItem(BasketText.Line(1, "bread", 2));
        unreadable["Pieces"] = new AttributeValue("two");
        var client = process.Service<IAmazonDynamoDB>();
        await client.PutItemAsync(_prefix + "basket-lines", unreadable, Token);

        await Assert.ThrowsAsync<MigrationStoppedException>(() => process.Runner.RunAsync(MigrationPhase.Verify, Token));
        Assert.NotEqual(0, (await process.Runner.GetProgressAsync(Token)).Failed);
        Assert.Equal("nothing", BasketText.Of(await process.PlainBaskets.Get(BasketText.Customer(1), 1, Token)));

        await client.PutItemAsync(_prefix + "basket-lines", BasketLine.ToItem(BasketText.Line(1, "bread", 2)), Token);
        await process.Runner.RunAsync(MigrationPhase.Verify, Token);
        Assert.Equal("1 apple, 2 bread", BasketText.Of(await process.PlainBaskets.Get(BasketText.Customer(1), 1, Token)));
        Assert.Equal(0, (await process.Runner.GetProgressAsync(Token)).Unsettled);
        await process.StopAsync();
    }

    [Fact]
    public async Task A_group_of_more_items_than_a_transaction_takes_follows_in_several()
    {
        await using var process = await StartAsync<SplitMigration>();
        await process.RunAsync(MigrationPhase.Settle);
        await process.Baskets.Put(BasketText.Basket(1, [.. Enumerable.Range(0, 250).Select(number => ($"p{number:D3}", number))]), Token);
        await process.Runner.RunAsync(MigrationPhase.Verify, Token);
        Assert.Equal(250, await process.PlainLines.OfBasket(BasketText.Customer(1), 1, Token).CountAsync(Token));

        await process.FollowedAsync(MigrationPhase.Verify);
        await process.Baskets.Put(BasketText.Basket(1, ("p007", 7)), Token);
        await process.RunAsync(MigrationPhase.Cutover);
        Assert.Equal("7 p007", await LinesOf(process, 1));

        await process.Baskets.Put(BasketText.Basket(1, [.. Enumerable.Range(0, 97).Select(number => ($"q{number:D3}", number))]), Token);
        Assert.Equal(97, await process.Lines.OfBasket(BasketText.Customer(1), 1, Token).CountAsync(Token));
        await Assert.ThrowsAsync<InvalidTransactionException>(async () =>
            await process.Baskets.Put(BasketText.Basket(2, [.. Enumerable.Range(0, 99).Select(number => ($"p{number:D3}", number))]), Token));
        await process.StopAsync();
    }

    [Fact]
    public async Task Of_baskets_that_are_put_at_the_same_time_while_lines_lead_one_is_left_whole()
    {
        await using var process = await StartAsync<SplitMigration>();
        await process.RunAsync(MigrationPhase.Cutover);
        for (var round = 0; round < 8; round++)
        {
            var baskets = Enumerable.Range(0, 6).Select(writer =>
                BasketText.Basket(1, ($"common", writer), ($"own{writer}", round), ($"pair{writer / 2}", writer))).ToList();
            await Task.WhenAll(baskets.Select(basket => process.Baskets.Put(basket, Token).AsTask()));
            Assert.Contains(await LinesOf(process, 1), baskets.Select(BasketText.Of));
        }

        await process.StopAsync();
    }

    [Fact]
    public async Task Without_a_way_back_the_one_item_is_written_to_the_end_and_read_no_more()
    {
        await using var process = await StartAsync<OneWaySplitMigration>();
        await process.Baskets.Put(BasketText.Basket(1, ("apple", 1)), Token);
        await process.RunAsync(MigrationPhase.ShadowRead);
        Assert.Equal("1 apple", BasketText.Of(await process.Lines.OfBasket(BasketText.Customer(1), 1, Token).ToListAsync(Token)));
        var early = await Assert.ThrowsAsync<PhaseUnavailableException>(
            async () => await process.Lines.Put(BasketText.Line(1, "bread", 2), Token));
        Assert.Equal((MigrationPhase.Cutover, MigrationPhase.Done), (early.First, early.Last));

        await process.RunAsync(MigrationPhase.Done);
        await process.Baskets.Put(BasketText.Basket(1, ("cheese", 3)), Token);
        await process.Lines.Put(BasketText.Line(1, "bread", 2), Token);
        Assert.Equal("2 bread, 3 cheese", await LinesOf(process, 1));
        Assert.False(await process.Baskets.Create(BasketText.Basket(1, ("fig", 1)), Token));
        await process.Baskets.Delete(BasketText.Customer(1), 1, Token);
        Assert.True(await process.Baskets.Create(BasketText.Basket(1, ("fig", 1)), Token));
        await Assert.ThrowsAsync<PhaseUnavailableException>(async () => await process.Baskets.Get(BasketText.Customer(1), 1, Token));
        await process.StopAsync();
    }

    [Fact]
    public async Task A_write_of_one_line_keeps_its_condition_and_answers_as_without_a_migration()
    {
        await using var process = await StartAsync<MergeMigration>();
        await process.RunAsync(MigrationPhase.Verify);
        Assert.True(await process.Lines.Create(BasketText.Line(1, "apple", 1), Token));
        Assert.False(await process.Lines.Create(BasketText.Line(1, "apple", 2), Token));
        Assert.Equal(BasketText.Line(1, "apple", 5), await process.Lines.ChangePieces(BasketText.Customer(1), 1, "apple", 5, Token));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await process.Lines.ChangePieces(BasketText.Customer(1), 1, "fig", 5, Token));
        Assert.Equal("5 apple", BasketText.Of(await process.Baskets.Get(BasketText.Customer(1), 1, Token)));
        await process.Lines.Delete(BasketText.Customer(1), 1, "apple", Token);
        Assert.Null(await process.Baskets.Get(BasketText.Customer(1), 1, Token));
        await process.RunAsync(MigrationPhase.Cutover);
        Assert.Equal("nothing", BasketText.Of(await process.PlainBaskets.Get(BasketText.Customer(1), 1, Token)));
        await process.StopAsync();
    }

    private async Task<GroupProcess> StartAsync<TMigration>()
    {
        var process = typeof(TMigration) == typeof(MergeMigration) ? GroupProcess.Of<MergeMigration, IBasketLines, IBaskets>(server, _prefix)
            : typeof(TMigration) == typeof(SplitMigration) ? GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, _prefix)
            : GroupProcess.Of<OneWaySplitMigration, IBaskets, IBasketLines>(server, _prefix);
        await process.CreateTablesAsync();
        await process.StartAsync();
        await process.FollowedAsync(MigrationPhase.NotStarted);
        return process;
    }

    private static async Task<string> LinesOf(GroupProcess process, int id) =>
        BasketText.Of(await process.PlainLines.OfBasket(BasketText.Customer(id), id, Token).ToListAsync(Token));
}
