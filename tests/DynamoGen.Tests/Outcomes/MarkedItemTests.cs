using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Outcomes;

/// <summary>The mark of a write is no attribute of the entity: who keeps unknown attributes neither reads nor writes it.</summary>
public sealed class MarkedItemTests(LocalServer server)
{
    [Fact]
    public async Task An_entity_that_keeps_unknown_attributes_does_not_see_the_mark_and_can_be_written_again()
    {
        await using var services = await server.CreateAsync<Ledgers>(static builder => builder.AddRepository<IOpenLedgers>());
        var ledgers = services.GetRequiredService<IOpenLedgers>();
        var others = new Dictionary<string, AttributeValue> { ["Colour"] = new("red") };
        Assert.True(await ledgers.Create(new OpenLedger("a") { Others = others }));

        var read = (await ledgers.Get("a"))!;
        Assert.Equal(["Colour"], read.Others.Keys);
        Assert.Equal(["Colour"], (await ledgers.Upsert(read with { Balance = 1 }))!.Others.Keys);
        await ledgers.Put((await ledgers.Get("a"))! with { Balance = 2 });

        var last = (await ledgers.Get("a"))!;
        Assert.Equal((2, "red"), (last.Balance, last.Others["Colour"].S));
    }
}
