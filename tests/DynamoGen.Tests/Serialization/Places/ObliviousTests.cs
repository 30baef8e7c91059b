using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.Places;

/// <summary>Where no annotation says whether a value may be null, it may.</summary>
public sealed class ObliviousTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IOblivious Repository => _services!.GetRequiredService<IOblivious>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<IOblivious>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_null_comes_back_and_can_be_written_again()
    {
        await Repository.Put(new Oblivious { Id = "1" });
        var bare = await Repository.Get("1");
        Assert.Null(bare.Text);
        Assert.Null(bare.Bytes);
        Assert.Null(bare.Part);
        await Repository.Put(bare);

        await Repository.Put(new Oblivious
        {
            Id = "2",
            Texts = ["a", null],
            Array = [null, "b"],
            Map = new() { ["a"] = null, ["b"] = "c" },
            Lists = new() { ["a"] = null, ["b"] = [null, "c"] },
            Set = ["a"],
            Part = new ObliviousPart(null, new ObliviousPart("inner", null)),
            Parts = [null, new ObliviousPart("a", null)],
            Pair = (null, null),
        });
        var full = await Repository.Get("2");
        await Repository.Put(full);

        Assert.Equal(["a", null], full.Texts);
        Assert.Equal([null, "b"], full.Array);
        Assert.Null(full.Map["a"]);
        Assert.Null(full.Lists["a"]);
        Assert.Equal([null, "c"], full.Lists["b"]);
        Assert.Equal(new ObliviousPart(null, new ObliviousPart("inner", null)), full.Part);
        Assert.Equal([null, new ObliviousPart("a", null)], full.Parts);
        Assert.Equal((null, null), full.Pair);
    }

    [Fact]
    public async Task A_key_and_a_value_of_an_expression_are_needed()
    {
        var key = await Assert.ThrowsAsync<KeyException>(async () => await Repository.Put(new Oblivious()));
        var text = await Assert.ThrowsAsync<ItemValueException>(async () => await Repository.UpdateText("1", null!));

        Assert.Equal("Key 'pk' of entity 'Oblivious' cannot be built. A text in a key is null; a key needs its value.", key.Message);
        Assert.Equal(("Oblivious", "Text"), (text.Entity, text.Attribute));
        Assert.DoesNotContain("declared", text.Message);
    }
}
