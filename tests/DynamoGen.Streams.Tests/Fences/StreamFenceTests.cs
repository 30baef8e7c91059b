using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Tests.Processing;
using DynamoGen.Streams.Tests.Shop;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Fences;

/// <summary>The fence in a table, which all workers share.</summary>
public sealed class StreamFenceTests(StreamServer server)
{
    [Fact]
    public async Task A_change_passes_once_and_an_older_one_never_after_a_newer()
    {
        await using var services = await server.CreateAsync<ShopTable>(_ => { });
        var fence = await FenceAsync(services);
        Assert.False(await fence.HasPassedAsync("h", ScriptedHandler.Record("a5").Change));

        await fence.PassAsync("h", ScriptedHandler.Record("a5").Change);
        await fence.PassAsync("h", ScriptedHandler.Record("a3").Change);

        Assert.True(await fence.HasPassedAsync("h", ScriptedHandler.Record("a5").Change));
        Assert.True(await fence.HasPassedAsync("h", ScriptedHandler.Record("a3").Change));
        Assert.False(await fence.HasPassedAsync("h", ScriptedHandler.Record("a6").Change));
        Assert.False(await fence.HasPassedAsync("h", ScriptedHandler.Record("b5").Change));
        Assert.False(await fence.HasPassedAsync("other", ScriptedHandler.Record("a5").Change));
    }

    [Fact]
    public async Task An_effect_in_one_transaction_with_the_fence_happens_once()
    {
        await using var services = await server.CreateAsync<ShopTable>(dynamo => dynamo.AddRepository<ITotals>());
        var fence = await FenceAsync(services);
        var totals = services.GetRequiredService<ITotals>();
        await totals.Put(new Total("t", 0));
        var change = ScriptedHandler.Record("a5").Change;

        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (true)
            {
                try
                {
                    return await fence.ApplyAsync("h", change, [totals.UpdateCount("t", 1)]);
                }
                catch (ConflictException)
                {
                    // Another one is at it.
                }
            }
        }));

        Assert.Single(applied, one => one);
        Assert.Equal(1, (await totals.Get("t"))!.Count);
        Assert.False(await fence.ApplyAsync("h", ScriptedHandler.Record("a4").Change, [totals.UpdateCount("t", 1)]));
        Assert.True(await fence.ApplyAsync("h", ScriptedHandler.Record("a6").Change, [totals.UpdateCount("t", 1)]));
        Assert.Equal(2, (await totals.Get("t"))!.Count);
    }

    [Fact]
    public async Task An_effect_that_fails_leaves_the_fence_where_it_was()
    {
        await using var services = await server.CreateAsync<ShopTable>(dynamo => dynamo.AddRepository<ITotals>());
        var fence = await FenceAsync(services);
        var totals = services.GetRequiredService<ITotals>();

        await Assert.ThrowsAsync<TransactionFailedException>(
            () => fence.ApplyAsync("h", ScriptedHandler.Record("a5").Change, [totals.UpdateCount("missing", 1)]).AsTask());
        Assert.False(await fence.HasPassedAsync("h", ScriptedHandler.Record("a5").Change));
    }

    internal static async Task<StreamFence> FenceAsync(IServiceProvider services)
    {
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(StreamFence.Table);
        return new(services.GetRequiredService<RepositoryContext>(), services.GetRequiredService<ITransactions>());
    }
}
