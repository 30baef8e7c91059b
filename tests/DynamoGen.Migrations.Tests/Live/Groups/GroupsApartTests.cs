using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Tests.Baskets;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>Baskets become lines on another server, as in another account or region.</summary>
public sealed class GroupsApartTests(MigrationServer server) : IAsyncLifetime
{
    private readonly MigrationServer _there = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _there.InitializeAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task Baskets_become_lines_elsewhere_and_are_made_of_them_again_on_the_way_back()
    {
        await using var process = GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, $"{Guid.NewGuid():N}-", _there);
        await process.CreateTablesAsync();
        await process.CreateTablesAsync(there: true);
        await process.PlainBaskets.Put(BasketText.Basket(1, ("apple", 1), ("bread", 1)), Token);
        await process.StartAsync();
        await process.RunAsync(MigrationPhase.Verify);
        await process.Baskets.Put(BasketText.Basket(2, ("cheese", 2)), Token);
        await process.RunAsync(MigrationPhase.Cutover);
        Assert.Equal("1 apple, 1 bread", await LinesAsync(process.LinesThere, 1));
        Assert.Equal("2 cheese", await LinesAsync(process.LinesThere, 2));
        Assert.Equal("nothing", await LinesAsync(process.PlainLines, 1));

        await process.Lines.Put(BasketText.Line(1, "bread", 5), Token);
        await process.Baskets.Put(BasketText.Basket(2, ("date", 4), ("egg", 5)), Token);
        Assert.Equal("1 apple, 5 bread", BasketText.Of(await process.Baskets.Get(BasketText.Customer(1), 1, Token)));
        await process.Runner.RollBackAsync(Token);
        await process.FollowedAsync(MigrationPhase.ShadowRead);

        Assert.Equal("1 apple, 5 bread", BasketText.Of(await process.PlainBaskets.Get(BasketText.Customer(1), 1, Token)));
        Assert.Equal("4 date, 5 egg", BasketText.Of(await process.PlainBaskets.Get(BasketText.Customer(2), 2, Token)));
        Assert.True((await process.Runner.VerifyAsync(Token)).Agrees);
        await process.StopAsync();
    }

    [Fact]
    public async Task A_process_that_has_one_client_for_both_takes_no_part()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var process = GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, prefix, _there);
        await process.CreateTablesAsync();
        await process.CreateTablesAsync(there: true);
        await process.Runner.RunAsync(MigrationPhase.Expand, Token);
        await using var mistaken = GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, prefix);
        await mistaken.StartAsync();

        var refused = await Assert.ThrowsAsync<PhaseUnknownException>(
            async () => await mistaken.Baskets.Put(BasketText.Basket(1, ("apple", 1)), Token));

        Assert.Contains("TargetClient", refused.ToString(), StringComparison.Ordinal);
        await mistaken.StopAsync();
    }

    private static async Task<string> LinesAsync(IBasketLines lines, int id) =>
        BasketText.Of(await lines.OfBasket(BasketText.Customer(id), id, Token).ToListAsync(Token));
}
