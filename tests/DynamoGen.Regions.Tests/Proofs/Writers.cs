using DynamoGen.Regions.Tests.Articles;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Proofs;

/// <summary>The writers of all regions, and what happens to the network meanwhile.</summary>
/// <param name="regions">The regions.</param>
/// <param name="services">The services of each region.</param>
/// <param name="history">What is written.</param>
/// <param name="seed">What everything follows from but the order in which requests end.</param>
internal sealed class Writers(SimulatedRegions regions, IReadOnlyDictionary<string, ServiceProvider> services, WriteHistory history, int seed)
{
    private const int InEachRegion = 8;

    /// <summary>Writes, each writer behind a read of its own region's copy.</summary>
    /// <param name="writes">How many writes there are in all.</param>
    /// <param name="items">Which items a region writes.</param>
    /// <param name="write">
    /// What a writer does with an item that it has read, and the mark of what it knew, by itself and not by what is stored; null for the latter where DynamoDB
    /// took the item as it was, and for the whole where it wrote nothing.
    /// </param>
    public async Task RunAsync(
        int writes,
        Func<string, IReadOnlyList<int>> items,
        Func<IArticles, Article, string, Random, Task<(Article Written, string? Known)?>> write)
    {
        var left = writes;
        using var weather = new CancellationTokenSource();
        var network = Task.Run(() => ChangeAsync(weather.Token));
        await Task.WhenAll(services.SelectMany((one, index) => Enumerable.Range(0, InEachRegion).Select(writer => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, index, writer));
            var (articles, own) = (one.Value.GetRequiredService<IArticles>(), items(one.Key));
            for (var turn = 0; Interlocked.Decrement(ref left) >= 0; turn++)
            {
                // Some items have many writers.
                var item = own[random.Next(random.Next(own.Count) + 1)];
                var read = (await articles.Get(item))!;
                if (await write(articles, read, $"{one.Key} {writer} {turn}", random) is var (written, known))
                {
                    history.Add(one.Key, written, known);
                }
            }
        }))));
        await weather.CancelAsync();
        await network;
        regions.HealAll();
        while (await regions.ReplicateAsync() > 0)
        {
        }
    }

    /// <summary>Replicates a part of what is under way, and lets links break and heal.</summary>
    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        while (!cancellationToken.IsCancellationRequested)
        {
            var (one, other) = (random.Next(regions.Names.Count), random.Next(1, regions.Names.Count));
            var (from, to) = (regions.Names[one], regions.Names[(one + other) % regions.Names.Count]);
            if (random.Next(3) == 0)
            {
                regions.Partition(from, to);
            }
            else
            {
                regions.Heal(from, to);
            }

            await regions.ReplicateAsync(random.Next(1, 2_000), CancellationToken.None);
        }
    }
}
