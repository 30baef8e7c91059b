using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.RunTimeTypes;

/// <summary>A value of another type than the one that is written would lose what its own type adds, so it is refused before anything is sent.</summary>
public sealed class RunTimeTypeTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Kit Sound = new("1");
    private static readonly Tool Priced = new PricedTool("CANARY", 7);
    private ServiceProvider? _services;

    private IKits Kits => _services!.GetRequiredService<IKits>();

    private ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public static TheoryData<string, string, Kit> Derived { get; } = new()
    {
        { "Tools[1]", nameof(PricedTool), Sound with { Tools = [new("a"), Priced] } },
        { "MoreTools[1]", nameof(PricedTool), Sound with { MoreTools = [null, Priced] } },
        { "Array[0]", nameof(PricedTool), Sound with { Array = new PricedTool[] { new("CANARY", 1) } } },
        { "Best", nameof(PricedTool), Sound with { Best = Priced } },
        { "Best", nameof(SameTool), Sound with { Best = new SameTool("CANARY") } },
        { "ByName[*]", nameof(PricedTool), Sound with { ByName = new() { ["CANARY"] = Priced } } },
        { "Pair[1]", nameof(PricedTool), Sound with { Pair = (1, Priced) } },
        { "Box", "OpenBox`1", Sound with { Box = new OpenBox<Tool>() } },
        { "Box.Content", nameof(PricedTool), Sound with { Box = new() { Content = Priced } } },
        { "Wrapped", nameof(PricedTool), Sound with { Wrapped = new(Priced) } },
        { "Cut", nameof(Machete), Sound with { Cut = new Machete(1, "CANARY") } },
        { "Saw", nameof(LoudSaw), Sound with { Saw = new LoudSaw(1, 2, 3) } },
    };

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<KitTable>(builder => builder.AddRepository<IKits>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Derived))]
    public async Task A_value_of_a_derived_type_is_refused_wherever_it_is(string path, string type, Kit kit)
    {
        ItemValueException[] all =
        [
            await Assert.ThrowsAsync<ItemValueException>(async () => await Kits.Put(kit)),
            Assert.Throws<ItemValueException>(() => Kit.ToItem(kit)),
            Assert.Throws<ItemValueException>(() => Kit.SizeOf(kit)),
        ];

        Assert.All(all, refused =>
        {
            Assert.Equal(("Kit", path), (refused.Entity, refused.Attribute));
            Assert.Contains($" {type} ", refused.Message);
            Assert.DoesNotContain("CANARY", refused.Message);
        });
        Assert.Null(await Kits.Get("1"));
    }

    [Fact]
    public async Task An_entity_of_a_derived_type_is_refused_by_every_write()
    {
        Kit big = new BigKit("1", "CANARY");
        Func<Task>[] writes =
        [
            async () => await Kits.Put(big),
            async () => await Kits.CreateIfNew(big),
            async () => await Kits.Replace(big),
            async () => await Kits.PutIf(big),
            async () => await Transactions.WriteAsync([Kits.PutAction(big)]),
            async () => await Transactions.WriteAsync([Kits.CreateAction(big)]),
            () => Task.FromResult(Kit.ToItem(big)),
            () => Task.FromResult(Kit.SizeOf(big)),
        ];

        foreach (var write in writes)
        {
            var refused = await Assert.ThrowsAsync<ItemValueException>(write);
            Assert.Equal(("Kit", null), (refused.Entity, refused.Attribute));
            Assert.Contains(nameof(BigKit), refused.Message);
            Assert.DoesNotContain("CANARY", refused.Message);
        }

        var batch = await Assert.ThrowsAnyAsync<Exception>(async () => await Kits.PutMany([big]));
        Assert.Contains(nameof(BigKit), batch.ToString());
        using var writer = new WireWriter();
        Assert.Contains(nameof(BigKit), Assert.Throws<ItemValueException>(() => Kit.Marshaller.Write(writer, big)).Message);
        Assert.Null(await Kits.Get("1"));
    }

    [Fact]
    public async Task A_value_of_an_expression_is_refused_as_one_of_an_item()
    {
        await Kits.Put(Sound);

        var best = await Assert.ThrowsAsync<ItemValueException>(async () => await Kits.UpdateBest("1", Priced, [], new Blade(1)));
        var more = await Assert.ThrowsAsync<ItemValueException>(async () => await Kits.UpdateBest("1", new("a"), [Priced], new Blade(1)));
        var cut = await Assert.ThrowsAsync<ItemValueException>(async () => await Kits.UpdateBest("1", new("a"), [], new Machete(1, "b")));

        Assert.Equal(["Best", "Tools[0]", "Cut"], new[] { best, more, cut }.Select(refused => refused.Attribute));
    }

    [Fact]
    public async Task What_is_declared_is_stored()
    {
        var kit = Sound with
        {
            Tools = new NamedTools { new("a") },
            MoreTools = new Queue<Tool?>([new("b"), null]),
            Array = [new("c")],
            Best = new("d"),
            ByName = new() { ["e"] = new("e") },
            Pair = (1, new("f")),
            Wrapped = new(new("g")),
            Drawn = new FinelyDrawn("h"),
            Cut = new Dagger(2, true),
            Saw = new ChainSaw(3, 4),
        };

        await Kits.Put(kit);

        var read = (await Kits.Get("1"))!;
        Assert.Equal(kit.Tools, read.Tools);
        Assert.Equal(kit.MoreTools, read.MoreTools);
        Assert.Equal(kit.Array, read.Array);
        Assert.Equal(kit.ByName, read.ByName);
        Assert.Equal((kit.Best, kit.Pair, kit.Wrapped, kit.Cut, kit.Saw), (read.Best, read.Pair, read.Wrapped, read.Cut, read.Saw));
        Assert.Equal("h", read.Drawn!.Text);
        foreach (var cut in new ICut[] { new Knife(1), new Blade(1) })
        {
            await Kits.Put(Sound with { Cut = cut, Saw = new Saw(1) });
            read = (await Kits.Get("1"))!;
            Assert.Equal((cut, new Saw(1)), (read.Cut, read.Saw));
        }
    }
}
