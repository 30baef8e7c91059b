using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>An update that makes its item where there is none.</summary>
public sealed class CreatingUpdateTests(LocalServer server) : PatternTest(server)
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    public async Task The_first_call_makes_the_item_and_the_next_ones_update_it()
    {
        var first = await Visits.UpsertCount("/", Day, "shop", 3, "ann");
        Time.Now = Now.AddHours(1);
        var second = await Visits.UpsertCount("/", Day, "another", 4, "bob");

        Assert.Equal(("shop", 3, "ann", Now, Now, 1), (first.Site, first.Count, first.LastVisitor, first.Begun, first.Changed, first.Version));
        Assert.Equal(("shop", 7, "bob", Now, Now.AddHours(1), 2), (second.Site, second.Count, second.LastVisitor, second.Begun, second.Changed, second.Version));
        Assert.Equivalent(second, await Visits.Get("/", Day));
    }

    [Fact]
    public async Task A_new_item_is_in_its_indexes_and_stays_where_it_was()
    {
        await Visits.UpsertCount("/a", Day, "shop", 1, "ann");
        await Visits.UpsertCount("/a", Day, "other", 1, "ann");

        Assert.Equal("/a", (await Visits.OfSite("shop").SingleAsync()).Page);
        Assert.Empty(await Visits.OfSite("other").ToListAsync());
    }

    [Fact]
    public async Task An_index_key_that_is_updated_moves_an_item_and_is_made_for_a_new_one()
    {
        await Visits.UpsertMoved("/a", Day, "shop");
        await Visits.UpsertMoved("/a", Day, "other");

        Assert.Empty(await Visits.OfSite("shop").ToListAsync());
        Assert.Equal(2, (await Visits.OfSite("other").SingleAsync()).Count);
    }

    [Fact]
    public async Task What_is_read_of_a_new_item_is_what_stands_for_it()
    {
        var first = await Visits.ReferAsync("/", Day, "shop", 5, ["a"]);
        var second = await Visits.ReferAsync("/", Day, "shop", 5, ["b"]);

        Assert.Equal(105, first.Count);
        Assert.Equal(110, second.Count);
        Assert.Equal(["a", "b"], second.Referrers);
    }

    [Fact]
    public async Task The_item_that_was_there_before_is_none_for_a_new_one()
    {
        Assert.Null(await Visits.UpsertReturningOld("/", Day, "shop"));
        Assert.Equal(1, (await Visits.UpsertReturningOld("/", Day, "shop"))!.Count);
    }

    [Fact]
    public async Task A_condition_bounds_what_is_made_and_updated()
    {
        Assert.True(await Visits.UpsertWithin("/", Day, "shop", 2));
        Assert.True(await Visits.UpsertWithin("/", Day, "shop", 2));
        Assert.False(await Visits.UpsertWithin("/", Day, "shop", 2));
        Assert.Equal(2, (await Visits.Get("/", Day))!.Count);
    }

    [Fact]
    public async Task A_transaction_makes_items_and_updates_them()
    {
        await Visits.UpsertOnce("/", Day, "shop");
        await Transactions.WriteAsync([Visits.UpsertAction("/", Day, "shop"), Visits.UpsertAction("/b", Day, "shop")]);

        Assert.Equal((long[])[2, 1], await Visits.OfSite("shop").Select(visits => visits.Count).ToArrayAsync());
    }

    [Fact]
    public async Task A_count_of_zero_in_a_lock_is_that_of_no_item()
    {
        Assert.True(await Visits.UpsertLocked("/", Day, "shop", 0));
        Assert.False(await Visits.UpsertLocked("/", Day, "shop", 0));
        Assert.True(await Visits.UpsertLocked("/", Day, "shop", 1));
        Assert.Equal(2, (await Visits.Get("/", Day))!.Count);
    }

    [Fact]
    public async Task Many_callers_make_one_item_and_every_call_counts()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), async (_, _) => await Visits.UpsertCount("/", Day, "shop", 1, "ann"));

        Assert.Equal(40, (await Visits.Get("/", Day))!.Count);
    }

    [Fact]
    public async Task An_expired_item_is_made_anew()
    {
        Assert.Equal(5, (await Limits.UpsertUse("c", 5, Now.AddMinutes(1))).Used);
        Assert.Equal(7, (await Limits.UpsertUse("c", 2, Now.AddMinutes(1))).Used);
        Time.Now = Now.AddMinutes(2);

        Assert.Null(await Limits.Get("c"));
        Assert.Equal(new RateLimit("c", 3, Now.AddMinutes(9)), await Limits.UpsertUse("c", 3, Now.AddMinutes(9)));
    }

    [Fact]
    public async Task A_limit_begins_again_when_its_window_has_ended()
    {
        for (var hit = 0; hit < 3; hit++)
        {
            Assert.True(await Limits.UpsertHit("c", Now.AddMinutes(1), 3));
        }

        Assert.False(await Limits.UpsertHit("c", Now.AddMinutes(1), 3));
        Time.Now = Now.AddMinutes(1);
        Assert.True(await Limits.UpsertHit("c", Now.AddMinutes(2), 3));
        Assert.Equal(1, (await Limits.Get("c"))!.Used);
    }

    [Fact]
    public async Task An_item_of_an_older_version_is_brought_up_to_date()
    {
        await Get<IFirstScores>().Put(new FirstScore("go", "ann", 4));

        Assert.Equal(41, (await Get<IScores>().UpsertPoints("go", "ann", 1)).Points);
        Assert.Equal(1, (await Get<IScores>().UpsertPoints("go", "bob", 1)).Points);
        await Transactions.WriteAsync([Get<IScores>().UpsertAction("go", "cid", 2)]);
        Assert.Equal(new Score("go", "cid", 2), await Get<IScores>().Get("go", "cid"));
    }
}
