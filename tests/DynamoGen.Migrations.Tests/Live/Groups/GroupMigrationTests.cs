using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Tests.Baskets;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>Baskets become lines, and lines baskets, while both are read and written.</summary>
public sealed class GroupMigrationTests(MigrationServer server)
{
    private const int Baskets = 30;
    private static readonly string[] Products = ["apple", "bread", "cheese", "date", "egg", "fig"];

    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_builds_write_through_every_phase_back_and_forth_and_nothing_is_lost(bool isSplit)
    {
        await using var first = Process(isSplit);
        await using var second = Process(isSplit);
        await using var worker = Process(isSplit);
        await worker.CreateTablesAsync();
        for (var id = 0; id < Baskets; id++)
        {
            await PutPlainAsync(worker, isSplit, BasketText.Basket(id, ("apple", 1), ("bread", id)));
        }

        await first.StartAsync();
        await second.StartAsync();
        using var ending = new CancellationTokenSource();
        Dictionary<int, string> expected = [];
        Task[] writers = [WriteAsync(0, first, expected, ending.Token), WriteAsync(1, second, expected, ending.Token)];
        var runner = worker.Runner;

        await runner.RunAsync(MigrationPhase.Verify, Token);
        Assert.True((await runner.GetProgressAsync(Token)).State.HasOutbox);
        await BackAsync(worker, steps: 4);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        Assert.True((await runner.VerifyAsync(Token)).Agrees);
        Assert.Equal(MigrationPhase.ShadowRead, (await runner.RollBackAsync(Token)).Phase);
        Assert.True((await runner.VerifyAsync(Token)).Agrees);
        await BackAsync(worker, steps: 8);
        Assert.Equal(MigrationPhase.NotStarted, (await runner.GetProgressAsync(Token)).State.Phase);
        await runner.RunAsync(MigrationPhase.Cutover, Token);
        await ending.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(MigrationPhase.ShadowRead, (await runner.RollBackAsync(Token)).Phase);
        Assert.Equal(0, (await runner.GetProgressAsync(Token)).Unsettled);
        for (var id = 0; id < Baskets; id++)
        {
            var basket = BasketText.Of(await worker.PlainBaskets.Get(BasketText.Customer(id), id, Token));
            Assert.Equal(basket, BasketText.Of(await worker.PlainLines.OfBasket(BasketText.Customer(id), id, Token).ToListAsync(Token)));
            Assert.Equal(expected.GetValueOrDefault(id, BasketText.Of(BasketText.Basket(id, ("apple", 1), ("bread", id)))), basket);
        }

        await runner.RunAsync(MigrationPhase.Done, Token);
        await first.FollowedAsync(MigrationPhase.Done);
        foreach (var (id, text) in expected)
        {
            Assert.Equal(text, BasketText.Of(await first.Baskets.Get(BasketText.Customer(id), id, Token)));
            Assert.Equal(text, BasketText.Of(await first.Lines.OfBasket(BasketText.Customer(id), id, Token).ToListAsync(Token)));
        }

        Assert.True(expected.Count > Baskets / 2);
        await first.StopAsync();
        await second.StopAsync();
    }

    private GroupProcess Process(bool isSplit) => isSplit
        ? GroupProcess.Of<SplitMigration, IBaskets, IBasketLines>(server, _prefix)
        : GroupProcess.Of<MergeMigration, IBasketLines, IBaskets>(server, _prefix);

    private static async Task PutPlainAsync(GroupProcess process, bool isSplit, Basket basket)
    {
        if (isSplit)
        {
            await process.PlainBaskets.Put(basket, Token);
            return;
        }

        foreach (var line in Lines.Of(basket))
        {
            await process.PlainLines.Put(line, Token);
        }
    }

    private static async Task BackAsync(GroupProcess process, int steps)
    {
        for (var step = 0; step < steps && (await process.Runner.GetProgressAsync(Token)).State.Phase > MigrationPhase.NotStarted; step++)
        {
            await process.Runner.RollBackAsync(Token);
        }
    }

    /// <summary>A build writes its own baskets, whole or line by line, and reads each at once by both repositories.</summary>
    private static async Task WriteAsync(int build, GroupProcess process, Dictionary<int, string> expected, CancellationToken ending)
    {
        var random = new Random(build);
        while (!ending.IsCancellationRequested)
        {
            var id = (2 * random.Next(Baskets / 2)) + build;
            await WriteOnceAsync(random, process, id);
            var found = BasketText.Of(await process.Baskets.Get(BasketText.Customer(id), id, Token));
            var lines = await process.Lines.OfBasket(BasketText.Customer(id), id, Token).ToListAsync(Token);
            Assert.Equal(found, BasketText.Of(lines));
            Assert.Equal(lines.Select(line => line.Product).Order(StringComparer.Ordinal), lines.Select(line => line.Product));
            lock (expected)
            {
                expected[id] = found;
            }
        }
    }

    private static async Task WriteOnceAsync(Random random, GroupProcess process, int id)
    {
        var products = Products.OrderBy(_ => random.Next()).Take(random.Next(1, Products.Length)).ToArray();
        var basket = BasketText.Basket(id, [.. products.Select(product => (product, random.Next(1, 100)))]);
        while (true)
        {
            try
            {
                switch (random.Next(6))
                {
                    case 0:
                        await process.Baskets.Delete(basket.Customer, id, Token);
                        Assert.Null(await process.Baskets.Get(basket.Customer, id, Token));
                        return;
                    case 1:
                        var there = await process.Baskets.Get(basket.Customer, id, Token);
                        Assert.Equal(there is null, await process.Baskets.Create(basket, Token));
                        Assert.Equal(BasketText.Of(there ?? basket), BasketText.Of(await process.Baskets.Get(basket.Customer, id, Token)));
                        return;
                    case 2 or 3:
                        // A line by itself, which works while the lines lead.
                        var line = BasketText.Line(id, products[0], random.Next(100, 200));
                        await process.Lines.Put(line, Token);
                        Assert.Equal(line, await process.Lines.Get(line.Customer, id, line.Product, Token));
                        return;
                    default:
                        await process.Baskets.Put(basket, Token);
                        Assert.Equal(BasketText.Of(basket), BasketText.Of(await process.Baskets.Get(basket.Customer, id, Token)));
                        return;
                }
            }
            catch (WritesPausedException)
            {
                await Task.Delay(10, Token);
            }
            catch (PhaseUnavailableException)
            {
                // The baskets lead: another write is made.
            }
        }
    }
}
