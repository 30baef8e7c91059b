using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Patterns;

/// <summary>Items of several entities, as a stream, in pages and lists, of the table and its indexes, and by scans.</summary>
public sealed class ItemUnionTests(LocalServer server) : IAsyncLifetime
{
    private const int Containers = 2_400;
    private const int Arrivals = 600;

    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private ServiceProvider _services = null!;

    private IYards YardsOf => _services.GetRequiredService<IYards>();

    private IContainers ContainersOf => _services.GetRequiredService<IContainers>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<YardTable>(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new PatternTest.Clock(Now));
            builder.AddRepository<IYards>().AddRepository<IContainers>().AddRepository<IArrivals>().AddRepository<IGuards>();
        });
        await YardsOf.Put(new Yard("y", "Kiel"));
        await FillAsync("y", 24, 6);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_large_partition_is_streamed_a_page_at_a_time()
    {
        await YardsOf.Put(new Yard("large", "Kiel"));
        await FillAsync("large", Containers, Arrivals, new string('x', 1_000));
        using var spans = new Spans("IYards.Items");

        Assert.IsType<Arrival>(await YardsOf.Items("large").FirstAsync());
        var items = await YardsOf.Items("large").ToListAsync();

        Assert.Equal(1, spans.Ended[0].Requests);
        Assert.InRange(spans.Ended[1].Requests, 3, 10);
        Assert.Equal(Expected("large", Containers, Arrivals), items.Select(Named));
        Assert.Equal("Kiel", Assert.Single(items.OfType<Yard>()).Town);
    }

    [Fact]
    public async Task A_collection_leaves_out_what_has_expired_of_any_of_its_entities()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], (await YardsOf.WithArrivals("y"))!.Arrivals.Select(arrival => arrival.Number));
        Assert.Equal([0, 1, 2, 3, 4, 5, 1000], (await YardsOf.WithAllArrivals("y"))!.Arrivals.Select(arrival => arrival.Number));
    }

    [Fact]
    public async Task Items_of_other_entities_and_of_none_are_left_out_and_expired_ones_too()
    {
        Assert.Equal(Expected("y", 24, 6), await YardsOf.Items("y").Select(Named).ToListAsync());
        Assert.Equal(Expected("y", 24, 6), (await YardsOf.List("y")).Select(Named));
        Assert.Equal(Expected("y", 24, 6).Reverse().Take(5), await YardsOf.LastItems("y", 5).Select(Named).ToListAsync());
        Assert.IsType<Yard>(await YardsOf.LastOf("y"));
        Assert.Null(await YardsOf.LastOf("none"));
        Assert.Empty(await YardsOf.List("none"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_of_any_size_are_the_partition_forward_and_backward(int seed)
    {
        var limits = new Random(seed);

        Assert.Equal(Expected("y", 24, 6), (await WalkAsync(cursor => YardsOf.Pages("y", limits.Next(1, 9), cursor))).Select(Named));
        Assert.Equal(Expected("y", 24, 6).Reverse(), (await WalkAsync(cursor => YardsOf.PagesBack("y", limits.Next(1, 9), cursor))).Select(Named));
    }

    [Fact]
    public async Task A_page_holds_as_many_items_as_it_may_and_its_cursor_belongs_to_it()
    {
        var page = await YardsOf.Pages("y", 7, null);

        Assert.Equal(7, page.Items.Count);
        Assert.NotNull(page.Cursor);
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await YardsOf.Pages("other", 7, page.Cursor));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await YardsOf.PagesBack("y", 7, page.Cursor));
    }

    [Fact]
    public async Task A_filter_is_that_of_each_entity()
    {
        Assert.Equal(
            ["Arrival 4", "Container 4", "Container 8", "Container 12", "Container 16", "Container 20"],
            await ContainersOf.Heavy("y", 4).Where(item => item.Note == "fourth").Select(Named).ToListAsync());
        Assert.Equal(
            ["Arrival 0", "Arrival 4", "Container 0", "Container 4", "Container 8", "Container 12", "Container 16", "Container 20"],
            await ContainersOf.Heavy("y", null).Select(Named).ToListAsync());
        Assert.Equal(["Arrival 3", "Arrival 1000", "Container 3"], (await ContainersOf.Weighing("y", [3, 1000])).Select(Named));
        Assert.Empty(await ContainersOf.Weighing("y", []));
    }

    [Fact]
    public async Task An_index_yields_items_of_all_its_entities_in_one_order()
    {
        var items = await ContainersOf.Of("ann").ToListAsync();

        Assert.Equal(30, items.Count);
        Assert.Equal(items.Select(item => item.MovedAt).Order(), items.Select(item => item.MovedAt));
        Assert.Equal(
            ["Container 2", "Container 3", "Arrival 2", "Arrival 3"],
            (await ContainersOf.Of("ann", Now.AddHours(2), Now.AddHours(3.5)).ToListAsync()).OrderBy(item => item is Arrival).Select(Named));
    }

    [Fact]
    public async Task The_shards_of_an_index_are_merged()
    {
        var items = await WalkAsync(cursor => ContainersOf.To("ann", 7, cursor));

        Assert.Equal(30, items.Count);
        Assert.Equal(items.Select(item => item.MovedAt).OrderDescending(), items.Select(item => item.MovedAt));
        Assert.Equal(6, items.OfType<Arrival>().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task All_entities_of_a_table_are_scanned(int segments)
    {
        var expected = Expected("y", 24, 6).Append("Guard a").Append("Guard b").Order();

        Assert.Equal(expected, (await YardsOf.Everything(segments).Select(Named).ToListAsync()).Order());
        Assert.Equal(expected, (await WalkAsync(cursor => YardsOf.EverythingInPages(segments, cursor))).Select(Named).Order());
    }

    [Fact]
    public async Task A_part_of_a_table_is_scanned_with_a_filter()
    {
        var found = new List<string>();
        foreach (var segment in Enumerable.Range(0, 3))
        {
            found.AddRange(await ContainersOf.Light(3, segment, 3).Select(Named).ToListAsync());
        }

        Assert.Equal(["Arrival 0", "Arrival 1", "Arrival 2", "Container 0", "Container 1", "Container 2"], found.Order());
    }

    private static string Named(object item) => item switch
    {
        Yard => "Yard",
        Container container => $"Container {container.Number}",
        Arrival arrival => $"Arrival {arrival.Number}",
        Guard guard => $"Guard {guard.Name}",
        _ => throw new ArgumentException($"Not an item of the table: {item}.", nameof(item)),
    };

    /// <summary>What a yard holds, in the order of its sort keys.</summary>
    private static IEnumerable<string> Expected(string name, int containers, int arrivals) =>
        Enumerable.Range(0, arrivals).Select(number => $"Arrival {number}")
            .Concat(Enumerable.Range(0, containers).Select(number => $"Container {number}"))
            .Concat(name.Length > 0 ? ["Yard"] : []);

    private static async Task<List<T>> WalkAsync<T>(Func<string?, ValueTask<Page<T>>> read)
    {
        var items = new List<T>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            items.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return items;
    }

    /// <summary>Containers and arrivals of which every fourth has a note, with guards, an arrival that has expired and an item of no entity between them.</summary>
    private async Task FillAsync(string yard, int containers, int arrivals, string? text = null)
    {
        string? Note(int number) => text ?? (number % 4 == 0 ? "fourth" : null);
        await ContainersOf.PutMany(Enumerable.Range(0, containers).Select(number =>
            new Container(yard, number, "ann") { Weight = number, MovedAt = Now.AddHours(number), Note = Note(number) }));
        await _services.GetRequiredService<IArrivals>().PutMany(Enumerable.Range(0, arrivals).Append(1000).Select(number =>
            new Arrival(yard, number, "ann", number == 1000 ? Now.AddMinutes(-1) : number % 2 == 0 ? Now.AddDays(1) : null)
            {
                Weight = number,
                MovedAt = Now.AddHours(number),
                Note = Note(number),
            }));
        await _services.GetRequiredService<IGuards>().PutMany([new Guard(yard, "a"), new Guard(yard, "b")]);
        await _services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(
            _services.GetRequiredService<DynamoGenOptions>().TableName<YardTable>(),
            new Dictionary<string, AttributeValue> { ["pk"] = new($"YARD#{yard}"), ["sk"] = new("CONTAINER#x") },
            TestContext.Current.CancellationToken);
    }
}
