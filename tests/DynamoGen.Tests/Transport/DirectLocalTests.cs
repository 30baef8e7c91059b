using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Versions;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Transport;

/// <summary>The direct transport and a real server, in few words; every test that chooses no transport runs on it too.</summary>
public sealed class DirectLocalTests(LocalServer server)
{
    [Fact]
    public async Task Repositories_and_transactions_go_over_the_transport_that_the_options_name()
    {
        await using var services = await server.CreateAsync<Badges>(builder => builder.AddRepository<IOldBadges>(), transport: TransportKind.Direct);
        var badges = services.GetRequiredService<IOldBadges>();
        Assert.IsType<DirectTransport>(services.GetRequiredService<ITransport>());

        await badges.Put(new OldBadge("a") { Colour = "red", Size = 1 });
        Assert.Equal(2, (await badges.UpdateAndGet("a", 2)).Size);
        Assert.False(await badges.PutIfRedTells(new OldBadge("b")));
        var refused = await Assert.ThrowsAsync<ConditionFailedException>(() => badges.Create(new OldBadge("a")).AsTask());
        Assert.Equal("red", refused.Item!["Colour"].S);
        await Assert.ThrowsAsync<TransactionFailedException>(() => services.GetRequiredService<ITransactions>()
            .WriteAsync([badges.CheckRed("a"), badges.ReplaceAction(new OldBadge("c"))]).AsTask());
        Assert.True(await badges.Delete("a"));
    }
}
