using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Patterns;

/// <summary>Updates of items whose indexes share key attributes, with each other or with the table.</summary>
public sealed class SharedKeyTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private ITwins Twins => _services!.GetRequiredService<ITwins>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TwinTable>(builder => builder.AddRepository<ITwins>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task What_leaves_one_index_stays_in_another_that_shares_its_sort_key()
    {
        await Twins.Put(new Twin(1, "g", null));

        await Twins.Update(1, new TwinPatch { Group = null });
        Assert.Equal((0, 1), (await Twins.CountOne("g"), await Twins.CountTwo(1)));
        await Twins.Update(1, new TwinPatch { Group = "h" });
        Assert.Equal((1, 1), (await Twins.CountOne("h"), await Twins.CountTwo(1)));
    }

    [Fact]
    public async Task An_item_enters_and_leaves_a_local_index_whose_partition_key_no_update_writes()
    {
        await Twins.Put(new Twin(1, null, null));

        await Twins.UpdateNote(1, "a");
        Assert.Equal(1, await Twins.CountNoted(1));
        await Twins.Update(1, new TwinPatch { Note = null });
        Assert.Equal(0, await Twins.CountNoted(1));
        await Twins.Update(1, new TwinPatch { Note = "b" });
        Assert.Equal(1, await Twins.CountNoted(1));
    }
}
