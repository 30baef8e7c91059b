using System.Globalization;
using DynamoGen.Local;
using DynamoGen.Regions.Lineage;
using DynamoGen.Regions.Tests.Articles;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Proofs;

/// <summary>
/// Three regions, eight writers in each, random partitions: what the streams tell of lost updates, beside what the writers know. How many writes there are is
/// in <c>DYNAMOGEN_REGION_WRITES</c>.
/// </summary>
public sealed class LostUpdateProof(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Names = ["us-east-1", "eu-west-1", "ap-southeast-1"];

    private static readonly int Writes =
        int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_REGION_WRITES") ?? "1500", CultureInfo.InvariantCulture);

    private static readonly int Items = Math.Min(1_000, Math.Max(30, Writes / 100));

    private readonly Dictionary<string, ServiceProvider> _services = [];
    private readonly WriteHistory _history = new();
    private DynamoDbLocal? _server;
    private SimulatedRegions _regions = null!;

    public async ValueTask InitializeAsync()
    {
        // The streams of the whole form take more memory than those of tests.
        _server = Writes > 10_000 ? await DynamoDbLocal.StartAsync(new() { SeparateDatabases = true, MaxHeapMebibytes = 1_536 }) : null;
        _regions = await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { Seed = 1, Server = _server?.Endpoint }, Names);
        foreach (var name in Names)
        {
            _services[name] = await _regions.CreateServicesAsync(name, services => services.AddDynamoGen().AddRepository<IArticles>());
        }

        for (var item = 0; item < Items; item++)
        {
            var home = Names[item % Names.Length];
            _history.Add(home, await _services[home].GetRequiredService<IArticles>().Upsert(item, "new"), LineageMark.None);
        }

        await _regions.ReplicateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _regions.DisposeAsync();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Every_lost_update_is_told_once_in_the_region_that_made_it()
    {
        await new Writers(_regions, _services, _history, seed: 1).RunAsync(
            Writes,
            static _ => [.. Enumerable.Range(0, Items)],
            static async (articles, read, text, random) =>
                random.Next(10) == 0 ? (await articles.Update(read.Id, text), null) : (await articles.Put(read with { Text = text }), read.Mark));

        Assert.Empty(await _regions.FindDifferencesAsync());
        var (told, expected, skipped) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var name in Names)
        {
            var (conflicts, replaced) = await ReadAsync(name);
            told.AddRange(conflicts);
            foreach (var (before, after) in replaced.Where(pair => _history[pair.Before].Region == name && pair.Before != pair.After))
            {
                if (!_history.IsMadeOf(after, before))
                {
                    expected.Add(before);
                }
                else if (_history[after].Read != before)
                {
                    skipped.Add(before);
                }
            }
        }

        output.WriteLine(
            $"{_history.Versions.Count()} writes, {expected.Count} lost, {told.Count} told, of which {skipped.Count} although they were only overtaken; "
            + $"{_regions.Log.Count} changes replicated, {_regions.Log.Count(change => !change.IsApplied)} of them dropped.");
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, expected.Distinct().Count());
        Assert.Equal(expected.Concat(skipped).Order(), told.Order());
        await EveryBranchIsToldAsync([.. told]);
    }

    [Fact]
    public async Task Where_each_item_has_a_home_nothing_is_lost_and_nothing_told()
    {
        await new Writers(_regions, _services, _history, seed: 2).RunAsync(
            Writes,
            static name => [.. Enumerable.Range(0, Items).Where(item => Names[item % Names.Length] == name)],
            static async (articles, read, text, _) =>
                await articles.Replace(read with { Text = text }, read.Mark!) && await articles.Get(read.Id) is { } now && now.Text == text
                    ? (now, read.Mark)
                    : null);

        Assert.Empty(await _regions.FindDifferencesAsync());
        foreach (var name in Names)
        {
            Assert.Empty((await ReadAsync(name)).Told);
        }
    }

    /// <summary>A version of which the last one is not made is lost: it was told, or one that was made of it.</summary>
    private async Task EveryBranchIsToldAsync(HashSet<string> told)
    {
        var last = new Dictionary<int, string>();
        for (var item = 0; item < Items; item++)
        {
            last[item] = (await _services[Names[0]].GetRequiredService<IArticles>().Get(item))!.Mark!;
        }

        foreach (var ofItem in _history.Versions.GroupBy(version => version.Item))
        {
            var lost = ofItem.Where(version => !_history.IsMadeOf(last[ofItem.Key], version.Mark)).ToArray();
            var toldOfItem = ofItem.Where(version => told.Contains(version.Mark)).ToArray();
            Assert.All(lost, version => Assert.Contains(toldOfItem, other => _history.IsMadeOf(other.Mark, version.Mark)));
        }
    }

    private async Task<(IReadOnlyList<string> Told, IReadOnlyList<(string Before, string After)> Replaced)> ReadAsync(string region)
    {
        var conflicts = new ArticleConflicts();
        var client = _services[region].GetRequiredService<IStreamClient>();
        var replaced = await RegionStreams.ReadAsync(client, "articles", conflicts, TestContext.Current.CancellationToken);
        return (conflicts.Lost, replaced);
    }
}
