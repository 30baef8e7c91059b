using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.Places;

/// <summary>What cannot be written is named by entity and attribute, and never shown.</summary>
public sealed class WritePlaceTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Crate Sound = new("1");

    private ServiceProvider? _services;

    private ICrates Crates => _services!.GetRequiredService<ICrates>();

    public static TheoryData<string, Crate> Unstorable => new()
    {
        { "Name", Sound with { Name = null! } },
        { "Name", Sound with { Name = "CANARY\ud800" } },
        { "Weight", Sound with { Weight = double.NaN } },
        { "Marks[1]", Sound with { Marks = [1, double.PositiveInfinity] } },
        { "Pieces", Sound with { Pieces = null! } },
        { "Pieces[0]", Sound with { Pieces = [null!] } },
        { "Pieces[1]", Sound with { Pieces = [new("CANARY"), null!] } },
        { "Pieces[1].Size", Sound with { Pieces = [new("CANARY"), new("b", double.NaN)] } },
        { "Pieces[0].Inner.Parts[1].Name", Sound with { Pieces = [new("a", 1, new("b") { Parts = [new("c"), new(null!)] })] } },
        { "ByName[*]", Sound with { ByName = new() { ["CANARY"] = null! } } },
        { "ByName[*]", Sound with { ByName = new() { ["ok"] = new("a"), ["CANARY\ud800"] = new("b") } } },
        { "ByName[*].Size", Sound with { ByName = new() { ["CANARY"] = new("a", double.NaN) } } },
        { "Lists[*][1]", Sound with { Lists = new() { ["CANARY"] = [1, double.NaN] } } },
        { "Pair[1]", Sound with { Pair = ("CANARY", double.NaN) } },
        { "Shape", Sound with { Shape = new Unlisted("CANARY") } },
        { "Shape.Radius", Sound with { Shape = new Circle(double.NaN) } },
        { "Shape.Around", Sound with { Shape = new Circle(1, new Unlisted("CANARY")) } },
        { "Picky", Sound with { Picky = new("CANARY") } },
        { "Pickies[1]", Sound with { Pickies = [new("ok"), new("CANARY")] } },
    };

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<ICrates>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Unstorable))]
    public async Task Every_value_that_cannot_be_stored_is_named_by_its_path(string path, Crate crate)
    {
        ItemValueException[] all =
        [
            await Assert.ThrowsAsync<ItemValueException>(async () => await Crates.Put(crate)),
            Assert.Throws<ItemValueException>(() => Crate.ToItem(crate)),
            Assert.Throws<ItemValueException>(() => Crate.SizeOf(crate)),
        ];
        Assert.All(all, refused =>
        {
            Assert.Equal(("Crate", path), (refused.Entity, refused.Attribute));
            Assert.StartsWith($"Attribute '{path}' of entity 'Crate' cannot be written. ", refused.Message);
            Assert.DoesNotContain("CANARY", refused.Message);
        });
    }

    [Fact]
    public void A_wrong_type_is_named()
    {
        var refused = Assert.Throws<ItemValueException>(() => Crate.SizeOf(Sound with { Shape = new Unlisted("CANARY") }));

        Assert.Contains("Unlisted", refused.Message);
    }

    [Fact]
    public void A_key_is_named_by_its_attribute()
    {
        var refused = Assert.Throws<KeyException>(() => Crate.SizeOf(new Crate(new string('x', 3000))));

        Assert.Equal(("Crate", "pk"), (refused.Entity, refused.Attribute));
    }

    [Fact]
    public async Task What_an_expression_takes_is_named_by_the_attribute_that_it_is_for()
    {
        var weight = await Assert.ThrowsAsync<ItemValueException>(async () => await Crates.UpdateWeight("1", double.NaN, "a"));
        var name = await Assert.ThrowsAsync<ItemValueException>(async () => await Crates.UpdateWeight("1", 1, null!));
        var piece = await Assert.ThrowsAsync<ItemValueException>(async () => await Crates.UpdatePieces("1", [new("a"), new("b", double.NaN)]));
        var key = await Assert.ThrowsAsync<KeyException>(async () => await Crates.Get(null!));

        Assert.Equal(("Crate", "Weight"), (weight.Entity, weight.Attribute));
        Assert.Equal(("Crate", "Name"), (name.Entity, name.Attribute));
        Assert.Equal(("Crate", "Pieces[1].Size"), (piece.Entity, piece.Attribute));
        Assert.Equal(("Crate", "pk"), (key.Entity, key.Attribute));
    }

    [Fact]
    public void A_converter_that_throws_is_the_cause_and_a_cancellation_passes()
    {
        var refused = Assert.Throws<ItemValueException>(() => Crate.SizeOf(Sound with { Picky = new("CANARY") }));

        Assert.IsType<InvalidOperationException>(refused.InnerException);
        Assert.Contains("InvalidOperationException", refused.Message);
        Assert.Throws<OperationCanceledException>(() => Crate.SizeOf(Sound with { Picky = new("cancel") }));
    }

    [Fact]
    public void A_cycle_and_a_great_depth_end_in_an_error_of_bounded_length()
    {
        var cycle = new Piece("a") { Parts = [] };
        cycle.Parts.Add(cycle);
        var deep = new Piece("leaf");
        Shape round = new Circle(1);
        for (var i = 0; i < 100_000; i++)
        {
            deep = new Piece("a", 1, deep);
            round = new Circle(1, round);
        }

        Crate[] crates =
        [
            Sound with { Pieces = [cycle] }, Sound with { Pieces = [deep] }, Sound with { ByName = new() { ["CANARY"] = cycle } }, Sound with { Shape = round },
        ];
        foreach (var crate in crates)
        {
            ItemValueException[] all =
            [
                Assert.Throws<ItemValueException>(() => Crate.ToItem(crate)),
                Assert.Throws<ItemValueException>(() => Crate.SizeOf(crate)),
            ];
            Assert.All(all, refused =>
            {
                Assert.Equal("Crate", refused.Entity);
                Assert.Contains("32 levels", refused.Message);
                Assert.DoesNotContain("CANARY", refused.Message);
                Assert.InRange(refused.Message.Length, 0, 300);
                Assert.Contains('…', refused.Attribute!);
            });
        }
    }

    [Fact]
    public async Task As_deep_as_DynamoDB_takes_is_written()
    {
        // The list and its first piece are two levels, and a leaf's name is one.
        var deepest = new Piece("leaf");
        for (var i = 0; i < 28; i++)
        {
            deepest = new Piece("a", 1, deepest);
        }

        await Crates.Put(Sound with { Pieces = [deepest] });

        var deeper = new Piece("a", 1, new Piece("b", 1, deepest));
        var refused = await Assert.ThrowsAsync<ItemValueException>(async () => await Crates.Put(Sound with { Pieces = [deeper] }));
        Assert.Contains("32 levels", refused.Message);
        Assert.NotNull(await Crates.Get("1"));
    }
}
