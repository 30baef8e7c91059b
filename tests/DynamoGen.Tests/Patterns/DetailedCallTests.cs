using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Patterns;

/// <summary>Methods that return what their requests say, though nobody listens to telemetry.</summary>
public sealed class DetailedCallTests(LocalServer server) : PatternTest(server)
{
    private readonly LocalServer _server = server;

    private ICrateCalls Calls => Get<ICrateCalls>();

    [Fact]
    public async Task A_read_of_one_item_says_what_it_cost()
    {
        var missing = await Calls.Get("r", 1);
        Assert.Equal((null, 0, 1, null), (missing.Value, missing.Count, missing.Requests, missing.ScannedCount));

        await Calls.Put(new Crate("r", 1, "x"));
        var found = await Calls.Get("r", 1);
        Assert.Equal(("x", 1, 1, 0.5), (found.Value?.Label, found.Count, found.Requests, found.ConsumedCapacity));
        Assert.NotEmpty(Assert.Single(found.RequestIds));
        Assert.NotEqual(missing.RequestIds, found.RequestIds);
        Assert.Null(found.CapacityOfIndexes);
        Assert.True((await Calls.ExistsNow("r", 1)) is { Value: true, Requests: 1 });
    }

    [Fact]
    public async Task A_query_says_how_many_items_it_read_before_its_filter()
    {
        foreach (var number in Enumerable.Range(0, 7))
        {
            await Calls.Put(new Crate("r", number, new string('x', 1000)) { Weight = number });
        }

        var heavy = await Calls.Heavy("r", 4);
        Assert.Equal((2, 2L, 7L), (heavy.Value.Length, heavy.Count, heavy.ScannedCount));
        var count = await Calls.CountOf("r");
        Assert.Equal((7L, 7L, 7L), (count.Value, count.Count, count.ScannedCount));
    }

    [Fact]
    public async Task The_requests_of_a_call_are_added_up()
    {
        foreach (var number in Enumerable.Range(0, 5))
        {
            await Calls.Put(new Crate(new string('r', 900), number, "x"));
        }

        var some = await Calls.Some(Enumerable.Range(0, 120).Select(number => new Crate.PrimaryKey(new string('r', 900), number)));

        Assert.Equal((120, 5L, 2), (some.Value.Count, some.Count, some.Requests));
        Assert.Equal(2, some.RequestIds.Distinct().Count());
        Assert.True(some.ConsumedCapacity >= 5 * 0.5);
    }

    [Fact]
    public async Task A_cursor_of_a_page_with_details_is_one_of_the_same_query()
    {
        foreach (var number in Enumerable.Range(0, 5))
        {
            await Calls.Put(new Crate("r", number, "x"));
        }

        var first = await Calls.Page("r", 2, null);
        var second = await Calls.Page("r", 2, first.Value.Cursor);

        Assert.Equal([0, 1, 2, 3], first.Value.Items.Concat(second.Value.Items).Select(crate => crate.Number));
        Assert.Equal((2L, 2L), (second.Count, second.ScannedCount));
        Assert.Equal([0, 1], (await Calls.PlainPage("r", 2, null)).Items.Select(crate => crate.Number));
    }

    [Fact]
    public async Task A_write_says_what_it_cost_whatever_came_of_it()
    {
        var created = await Calls.Create(new Crate("r", 1, "x"));
        Assert.Equal((true, 1, 1L), (created.Value, created.Requests, created.Count));
        Assert.True(created.ConsumedCapacity >= 1);

        var again = await Calls.Create(new Crate("r", 1, "x"));
        Assert.False(again.Value);
        Assert.Single(again.RequestIds);

        Assert.True((await Calls.Replace(new Crate("r", 2, "x"))) is { Value: WriteOutcome.NotFound, Requests: 1 });
        Assert.True((await Calls.UpdateWeight("r", 1, 9)) is { Value.Weight: 9, Requests: 1 });
        Assert.True((await Calls.UpdateOnce("r", 1, 1)) is { Value: true, Requests: 1, RequestIds.Count: 1 });
    }

    [Fact]
    public async Task What_a_cache_answers_has_no_request()
    {
        await using var services = await _server.CreateAsync<Helpdesk>(builder =>
        {
            builder.Services.AddHybridCache();
            builder.AddRepository<ICrateCalls>().AddRepository<ICachedCrates>();
        });
        await services.GetRequiredService<ICrateCalls>().Put(new Crate("r", 1, "x"));
        var cached = services.GetRequiredService<ICachedCrates>();
        while ((await cached.Get("r", 1)).Requests > 0)
        {
            // What was just written is read from the table again for a moment.
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var answer = await cached.Get("r", 1);
        Assert.Equal(("x", 0, 0.0, 0), (answer.Value?.Label, answer.Requests, answer.ConsumedCapacity, answer.RequestIds.Count));
    }

    [Fact]
    public async Task The_part_of_indexes_is_told_where_the_options_ask_for_it()
    {
        await using var services = await _server.CreateAsync<Helpdesk>(builder =>
        {
            builder.Services.Configure<DynamoGenOptions>(options => options.TellIndexCapacity = true);
            builder.AddRepository<ICrateCalls>();
        });
        var calls = services.GetRequiredService<ICrateCalls>();

        var put = await calls.Put(new Crate("r", 1, "x"));
        var labelled = await calls.Labelled("x");

        Assert.Equal(2, put.ConsumedCapacity);
        Assert.Equal(1, Assert.Contains("gsi1", put.CapacityOfIndexes!));
        Assert.Equal(0.5, Assert.Contains("gsi1", labelled.CapacityOfIndexes!));
        Assert.Equal("x", Assert.Single(labelled.Value).Label);
    }
}
