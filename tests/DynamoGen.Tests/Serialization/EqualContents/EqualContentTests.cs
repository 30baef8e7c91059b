using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.EqualContents;

/// <summary>Two elements of a set, or two keys of a dictionary, that would become one are refused before anything is sent.</summary>
public sealed class EqualContentTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Pile Sound = new("1");
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTime Utc = Noon.UtcDateTime;
    private ServiceProvider? _services;

    private IPiles Piles => _services!.GetRequiredService<IPiles>();

    public static TheoryData<string, Pile> Refused { get; } = new()
    {
        { "Times", Sound with { Times = Apart(Utc, Utc.ToLocalTime()) } },
        { "Times", Sound with { Times = Apart(Utc, DateTime.SpecifyKind(Utc, DateTimeKind.Unspecified)) } },
        { "Seconds", Sound with { Seconds = [Noon, Noon.AddMilliseconds(1)] } },
        { "Seconds", Sound with { Seconds = [.. Enumerable.Range(0, 100).Select(i => Noon.AddSeconds(i)), Noon.AddMilliseconds(50_001)] } },
        { "Labels", Sound with { Labels = new HashSet<Label> { new("CANARY"), new(" CANARY") } } },
        { "Blobs", Sound with { Blobs = [[1, 2], [1], [1, 2]] } },
        { "Blobs", Sound with { Blobs = [.. Enumerable.Range(0, 1000).Select(i => new[] { (byte)i, (byte)(i / 256) }), [7, 1]] } },
        { "Memories", Sound with { Memories = new HashSet<ReadOnlyMemory<byte>> { new byte[] { 1 }, new byte[] { 1 } } } },
        { "Tokens", Sound with { Tokens = FrozenSet.Create(new Token(new byte[] { 1 }), new Token(new byte[] { 1 })) } },
        { "Texts", Sound with { Texts = Apart("CANARY", "b", "CANARY") } },
        { "Sorted", Sound with { Sorted = new(new ApartComparer<string>()) { "CANARY", "CANARY" } } },
        { "Decimals", Sound with { Decimals = ImmutableHashSet.Create(new ApartComparer<decimal>(), 1.0m, 1.00m) } },
        { "Doubles", Sound with { Doubles = ImmutableSortedSet.Create(new ApartComparer<double>(), 0.0, -0.0) } },
        { "Nested[1]", Sound with { Nested = [[[1]], [[2], [2]]] } },
        { "ByTime[*]", Sound with { ByTime = new(new ApartComparer<DateTime>()) { [Utc] = 1, [Utc.ToLocalTime()] = 2 } } },
        { "ByMillisecond[*]", Sound with { ByMillisecond = new() { [Utc] = 1, [Utc.AddTicks(1)] = 2 } } },
        { "ByLabel[*]", Sound with { ByLabel = new Dictionary<Label, int> { [new("CANARY")] = 1, [new("CANARY ")] = 2 }.ToFrozenDictionary() } },
        { "ByText[*]", Sound with { ByText = new Dictionary<string, int>(new ApartComparer<string>()) { { "CANARY", 1 }, { "CANARY", 2 } } } },
        { "ByText[*]", Sound with { ByText = new Dictionary<string, int> { ["a"] = 1, [""] = 2 } } },
        { "ByDecimal[*]", Sound with { ByDecimal = ImmutableDictionary.Create<decimal, int>(new ApartComparer<decimal>()).Add(1.0m, 1).Add(1.00m, 2) } },
        { "ByWrapper[*]", Sound with { ByWrapper = ImmutableSortedDictionary.CreateRange([new KeyValuePair<PileId, int>(new(""), 1)]) } },
        { "ByLabel[*]", Sound with { ByLabel = new Dictionary<Label, int> { [new(" ")] = 1 }.ToFrozenDictionary() } },
        { "Deep[*][*]", Sound with { Deep = new() { ["CANARY"] = new(new ApartComparer<DateTime>()) { { Utc, new("a") }, { Utc, new("b") } } } } },
        { "Any", Sound with { Any = new() { SS = ["CANARY", "b", "CANARY"] } } },
        { "Any", Sound with { Any = new() { NS = ["1", "2", "1.0"] } } },
        { "Any", Sound with { Any = new() { NS = ["0", "-0.00"] } } },
        { "Any", Sound with { Any = new() { NS = ["120", "-12", "1.2E2"] } } },
        { "Any", Sound with { Any = new() { BS = [new([1, 2]), new([1, 2])] } } },
        { "Any[0]", Sound with { Any = new() { L = [new() { SS = ["a", "a"] }] } } },
        { "Any[*]", Sound with { Any = new() { M = new() { [""] = new("a") } } } },
        { "Any[*]", Sound with { Any = new() { M = new(new ApartComparer<string>()) { { "CANARY", new("a") }, { "CANARY", new("b") } } } } },
        { "Inner[*]", Sound with { Inner = new("a") { More = new() { [""] = new("a") } } } },
        { "[*]", Sound with { Others = new Dictionary<string, AttributeValue> { [""] = new("a") } } },
        { "[*]", Sound with { Others = new Dictionary<string, AttributeValue>(new ApartComparer<string>()) { { "x", new("a") }, { "x", new("b") } } } },
    };

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<IPiles>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_would_become_one_is_refused(string path, Pile pile)
    {
        ItemValueException[] all =
        [
            await Assert.ThrowsAsync<ItemValueException>(async () => await Piles.Put(pile)),
            Assert.Throws<ItemValueException>(() => Pile.ToItem(pile)),
            Assert.Throws<ItemValueException>(() => Pile.SizeOf(pile)),
        ];

        Assert.All(all, refused =>
        {
            Assert.Equal(("Pile", path), (refused.Entity, refused.Attribute));
            Assert.DoesNotContain("CANARY", refused.Message);
        });
    }

    [Fact]
    public async Task A_value_of_an_expression_is_refused_as_one_of_an_item()
    {
        await Piles.Put(Sound);

        var blobs = await Assert.ThrowsAsync<ItemValueException>(async () => await Piles.UpdateBlobs("1", [[1], [1]], []));
        var byTime = await Assert.ThrowsAsync<ItemValueException>(
            async () => await Piles.UpdateBlobs("1", [[1]], new(new ApartComparer<DateTime>()) { { Utc, 1 }, { Utc, 2 } }));

        Assert.Equal((("Pile", "Blobs"), ("Pile", "ByTime[*]")), ((blobs.Entity, blobs.Attribute), (byTime.Entity, byTime.Attribute)));
    }

    [Fact]
    public async Task What_stays_apart_is_stored()
    {
        var pile = Sound with
        {
            Times = [Utc, Utc.AddTicks(1)],
            Seconds = [.. Enumerable.Range(0, 100).Select(i => Noon.AddSeconds(i))],
            Instants = [Noon, Noon.AddTicks(1)],
            Labels = new HashSet<Label> { new("a"), new("A"), new("Z"), new("") },
            Blobs = [[], [1], [1, 2], [2, 1]],
            Texts = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "\"", "\\", "" },
            Decimals = [1.0m, 10m, 0.1m, 0m, -1m, 1E-28m],
            Doubles = [1E16, 1E-5, 0, double.MaxValue / 1E200, 12, 1.2, 120],
            Numbers = [1, 10, 100, -1],
            ByTime = new() { [Utc] = 1, [Utc.AddTicks(1)] = 2 },
            ByLabel = new Dictionary<Label, int> { [new("a")] = 1, [new("aZ")] = 2 }.ToFrozenDictionary(),
            ByText = new Dictionary<string, int>(StringComparer.Create(CultureInfo.InvariantCulture, true)) { ["a"] = 1, ["b\""] = 2 },
            ByDecimal = ImmutableDictionary<decimal, int>.Empty.Add(1.0m, 1).Add(10m, 2),
            Deep = new() { ["a"] = new() { [Utc] = new("x"), [Utc.AddDays(1)] = new("x") } },
            Any = new() { NS = ["1", "10", "0.1", "-1", "0", "1E2"] },
            Others = new SortedDictionary<string, AttributeValue> { ["x"] = new("a"), ["y"] = new("b") },
        };

        await Piles.Put(pile);

        var read = (await Piles.Get("1"))!;
        Assert.Equal(pile.Times.Order(), read.Times.Order());
        Assert.Equal(100, read.Seconds.Count);
        Assert.Equal(pile.Instants.Order(), read.Instants.Order());
        Assert.True(pile.Labels.SetEquals(read.Labels));
        Assert.Equal(4, read.Blobs.Count);
        Assert.True(pile.Texts.SetEquals(read.Texts));
        Assert.Equal(pile.Decimals.Order(), read.Decimals.Order());
        Assert.Equal(pile.Doubles, read.Doubles);
        Assert.Equal(pile.ByTime, read.ByTime);
        Assert.Equal(2, read.ByLabel.Count);
        Assert.Equal(pile.ByText.OrderBy(pair => pair.Key), read.ByText.OrderBy(pair => pair.Key));
        Assert.Equal(6, read.Any!.NS.Count);
        Assert.Equal(["x", "y"], read.Others!.Keys.Order());
    }

    [Fact]
    public void Few_elements_are_compared_without_an_allocation()
    {
        var pile = Sound with { Blobs = [[1], [2], [3]], Seconds = [Noon, Noon.AddSeconds(1)], ByTime = new() { [Utc] = 1, [Utc.AddDays(1)] = 2 } };

        Assert.Equal(Allocated(Sound), Allocated(pile));
    }

    private static long Allocated(Pile pile)
    {
        using var writer = new WireWriter();
        for (var i = 0; i < 100; i++)
        {
            writer.Clear();
            Pile.Marshaller.Write(writer, pile);
        }

        writer.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pile.Marshaller.Write(writer, pile);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static HashSet<T> Apart<T>(params T[] values) => new(values, new ApartComparer<T>());
}
