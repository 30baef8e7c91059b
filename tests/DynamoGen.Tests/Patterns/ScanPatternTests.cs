using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Scans that are asked for: filtered, projected, limited, paged, of an index, of one part, and counted.</summary>
public sealed class ScanPatternTests(LocalServer server) : PatternTest(server)
{
    private IPasses Passes => Get<IPasses>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var number in Enumerable.Range(0, 12))
        {
            await Passes.Create(new Pass($"p{number:00}", number, number == 11 ? Now : null)
            {
                Holder = number % 4 == 0 ? "ann" : null,
                Note = number % 2 == 0 ? "even" : "odd",
            });
            await Tickets.SaveAsync(new Ticket("q", number, "t") { Assignee = "ann" });
        }
    }

    [Fact]
    public async Task A_scan_is_filtered_by_what_is_given_and_leaves_out_what_has_expired()
    {
        Assert.Equal(11, await Passes.All(3).CountAsync());
        Assert.Equal(11, await Passes.Used(null, null, 2).CountAsync());
        Assert.Equal((int[])[8, 9, 10], await Uses(Passes.Used(8, null, 2)));
        Assert.Equal((int[])[8, 10], await Uses(Passes.Used(8, ["even"], 2)));
        Assert.Equal((int[])[], await Uses(Passes.Used(8, [], 2)));
    }

    [Fact]
    public async Task A_scan_yields_projections_up_to_a_limit()
    {
        Assert.Equal(11, await Passes.Some().CountAsync());
        Assert.Equal(4, await Passes.Some(4).CountAsync());
        Assert.All(await Passes.Some(4).ToListAsync(), use => Assert.Equal($"p{use.Uses:00}", use.Id));
    }

    [Fact]
    public async Task The_parts_of_a_table_are_the_whole_of_it()
    {
        var parts = new List<Pass.PrimaryKey>();
        foreach (var segment in Enumerable.Range(0, 4))
        {
            parts.AddRange(await Passes.PartOf(segment, 4).ToListAsync());
        }

        Assert.Equal(Enumerable.Range(0, 11).Select(number => $"p{number:00}"), parts.Select(key => key.Id).Order());
        await Assert.ThrowsAnyAsync<Exception>(async () => await Passes.PartOf(4, 4).ToListAsync());
    }

    [Fact]
    public async Task Pages_of_a_scan_follow_each_other()
    {
        var found = new List<int>();
        string? cursor = null;
        do
        {
            var page = await Passes.PageOf(2, 3, cursor);
            Assert.InRange(page.Items.Count, 0, 3);
            found.AddRange(page.Items.Select(pass => pass.Uses));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(3, 8), found.Order());
        var first = await Passes.PageOf(2, 3, null);
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Passes.PageOf(3, 3, first.Cursor));
    }

    [Fact]
    public async Task All_items_are_counted_the_expired_too()
    {
        Assert.Equal(12, await Passes.CountAll());
    }

    [Fact]
    public async Task A_sparse_index_is_scanned_for_the_few_that_it_holds()
    {
        using var spans = new Spans("IPasses.Held");

        Assert.Equal((int[])[0, 4, 8], await Uses(Passes.Held(1)));
        Assert.Single(spans.Ended);
    }

    private static async Task<int[]> Uses(IAsyncEnumerable<Pass> passes) => await passes.Select(pass => pass.Uses).Order().ToArrayAsync();
}
