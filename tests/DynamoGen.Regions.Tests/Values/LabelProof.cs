using System.Collections.Concurrent;
using System.Globalization;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>
/// Three regions, four writers in each, random partitions and repairs meanwhile: all that was added and not removed is in the sets in the end, nothing that was
/// removed is, and of each register the value that was set last. How many writes there are is in <c>DYNAMOGEN_REGION_LABELS</c>.
/// </summary>
public sealed class LabelProof(ITestOutputHelper output) : IAsyncLifetime
{
    private const int WritersInEachRegion = 4;
    private const int WritesOfEachItem = 60;

    private static readonly int Writes = int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_REGION_LABELS") ?? "600", CultureInfo.InvariantCulture);

    /// <summary>Sets grow by each write: more of them to one item, and a page of the stream would be larger than any response of the service.</summary>
    private static readonly int Items = Writes / WritesOfEachItem;

    /// <summary>The regions in the order that decides equal times.</summary>
    private static readonly string[] Order = [.. RepairedRegions.Names.Order(StringComparer.Ordinal)];

    private readonly ConcurrentDictionary<(int Item, string Tag), bool> _tags = new();
    private readonly ConcurrentDictionary<int, (long At, string Region, string Name)> _names = new();
    private RepairedRegions _regions = null!;
    private int _left = Writes;

    public async ValueTask InitializeAsync() => _regions = await RepairedRegions.StartAsync(seed: 5);

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task Sets_have_what_was_added_and_registers_what_was_set_last()
    {
        using var weather = new CancellationTokenSource();
        var network = Task.Run(() => _regions.DisturbAsync(new Random(5), weather.Token));
        await Task.WhenAll(RepairedRegions.Names.SelectMany(
            name => Enumerable.Range(0, WritersInEachRegion).Select(writer => Task.Run(() => WriteAsync(name, writer)))));
        await weather.CancelAsync();
        await network;
        var wrong = await WrongAsync();
        await _regions.SettleAsync();

        output.WriteLine($"{Writes} writes, which left {_tags.Count(static tag => tag.Value)} of {_tags.Count} elements; {wrong} values were wrong before the "
            + $"last repairs; {_regions.Simulated.Log.Count} changes replicated, {_regions.Simulated.Log.Count(change => !change.IsApplied)} of them dropped.");
        Assert.Equal(0, await WrongAsync());

        // All streams once more from their beginnings.
        foreach (var name in RepairedRegions.Names)
        {
            await _regions.RepairFromBeginningAsync(name);
        }

        await _regions.SettleAsync();
        Assert.Equal(0, await WrongAsync());
        Assert.True(wrong > 0, "Nothing was lost that could have been repaired.");
    }

    private async Task WriteAsync(string region, int writer)
    {
        var random = new Random((WritersInEachRegion * Array.IndexOf(RepairedRegions.Names, region)) + writer);
        for (var left = Interlocked.Decrement(ref _left); left >= 0; left = Interlocked.Decrement(ref _left))
        {
            var item = random.Next(Items);
            var label = await _regions.Labels(region).Get(Id(item)) ?? new Label(Id(item));
            var text = $"{region}-{left.ToString(CultureInfo.InvariantCulture)}";
            await (random.Next(4) switch
            {
                0 => NameAsync(region, item, label, text),
                1 => RemoveAsync(region, item, label, random),
                2 => PutAsync(region, item, label, text),
                _ => AddAsync(region, item, label, text),
            });
        }
    }

    private async Task NameAsync(string region, int item, Label label, string name)
    {
        var named = await _regions.Labels(region).UpsertName(Id(item), label.Name.Set(name));
        Named(region, item, named, name);
    }

    private async Task AddAsync(string region, int item, Label label, string tag)
    {
        await _regions.Labels(region).UpsertTags(Id(item), label.Tags.With(tag));
        _tags.TryAdd((item, tag), true);
    }

    private async Task RemoveAsync(string region, int item, Label label, Random random)
    {
        if (label.Tags.Count == 0)
        {
            return;
        }

        var tag = label.Tags.Order().ElementAt(random.Next(label.Tags.Count));
        await _regions.Labels(region).UpsertTags(Id(item), label.Tags.Without(tag));
        _tags[(item, tag)] = false;
    }

    /// <summary>A put of the whole item, which brings along what was read of all regions.</summary>
    private async Task PutAsync(string region, int item, Label label, string text)
    {
        var put = await _regions.Labels(region).Put(label with { Tags = label.Tags.With(text), Name = label.Name.Set(text) });
        _tags.TryAdd((item, text), true);
        Named(region, item, put, text);
    }

    private void Named(string region, int item, Label written, string name)
    {
        var given = (written.Name.Of(region).At, region, name);
        _names.AddOrUpdate(
            item, given, (_, last) => (given.At, Array.IndexOf(Order, region)).CompareTo((last.At, Array.IndexOf(Order, last.Region))) < 0 ? last : given);
    }

    /// <summary>How many elements are missing or too many, and how many registers have another value, in all items of all regions.</summary>
    private async Task<int> WrongAsync()
    {
        var wrong = 0;
        foreach (var name in RepairedRegions.Names)
        {
            for (var item = 0; item < Items; item++)
            {
                var label = await _regions.Labels(name).Get(Id(item)) ?? new Label(Id(item));
                var tags = _tags.Where(tag => tag.Key.Item == item && tag.Value).Select(static tag => tag.Key.Tag).ToHashSet();
                tags.SymmetricExceptWith(label.Tags);
                wrong += tags.Count + (_names.TryGetValue(item, out var named) && named.Name != label.Name.Value ? 1 : 0);
            }
        }

        return wrong;
    }

    private static string Id(int item) => item.ToString(CultureInfo.InvariantCulture);
}
