using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Absence;

/// <summary>An expression means for what is left out of an item what its reader takes it to mean.</summary>
public sealed class AbsentValueTests(LocalServer server) : ProfileTest(server)
{
    private static readonly int[] Neither = [];
    private static readonly int[] OnlyEmpty = [0];
    private static readonly int[] OnlyFull = [1];
    private static readonly int[] Both = [0, 1];

    [Fact]
    public async Task A_literal_that_is_the_default_finds_what_was_left_out()
    {
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Unflagged("p")));
        Assert.Equal(OnlyFull, await Numbers(Repository.Flagged("p")));
        Assert.Equal(OnlyFull, await Numbers(Repository.NotCalm("p")));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Level("p", 2)));
    }

    [Fact]
    public async Task A_parameter_that_is_the_default_finds_what_was_left_out()
    {
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Like("p", false, Mood.Calm, 9)));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Like("p", false, Mood.Wild, -1)));
        Assert.Equal(Neither, await Numbers(Repository.Like("p", false, Mood.Wild, 0)));
        Assert.Equal(OnlyFull, await Numbers(Repository.Like("p", true, Mood.Calm, 2)));
        Assert.Equal(OnlyFull, await Numbers(Repository.NotInMood("p", Mood.Calm)));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.NotInMood("p", Mood.Wild)));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Scored("p", default)));
        Assert.Equal(OnlyFull, await Numbers(Repository.Scored("p", new Score(9))));
    }

    [Fact]
    public async Task An_order_counts_what_was_left_out_as_the_default()
    {
        Assert.Equal(Both, await Numbers(Repository.Below("p", 4)));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Below("p", 1)));
        Assert.Equal(Neither, await Numbers(Repository.Below("p", 0)));
        Assert.Equal(Both, await Numbers(Repository.AtLeast("p", 0)));
        Assert.Equal(OnlyFull, await Numbers(Repository.AtLeast("p", 1)));
        Assert.Equal(Both, await Numbers(Repository.Between("p", 0)));
        Assert.Equal(OnlyFull, await Numbers(Repository.Between("p", 1)));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.OneOf("p", 1, 0)));
        Assert.Equal(OnlyFull, await Numbers(Repository.OneOf("p", 3, 4)));
        Assert.Equal(Both, await Numbers(Repository.Before("p", new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        Assert.Equal(Neither, await Numbers(Repository.Before("p", default)));
    }

    [Fact]
    public async Task A_text_that_was_left_out_is_empty()
    {
        Assert.Equal(Both, await Numbers(Repository.Beginning("p", "")));
        Assert.Equal(OnlyFull, await Numbers(Repository.Beginning("p", "te")));
        Assert.Equal(Both, await Numbers(Repository.Containing("p", "")));
        Assert.Equal(OnlyFull, await Numbers(Repository.Containing("p", "xt")));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Small("p", 1)));
        Assert.Equal(Neither, await Numbers(Repository.Small("p", 0)));
    }

    [Fact]
    public async Task A_set_is_compared_with_an_empty_one()
    {
        Assert.Equal(OnlyEmpty, await Numbers(Repository.Tagged("p", [])));
        Assert.Equal(OnlyFull, await Numbers(Repository.Tagged("p", ["b", "a"])));
        Assert.Equal(OnlyFull, await Numbers(Repository.NotTagged("p", [])));
        Assert.Equal(OnlyEmpty, await Numbers(Repository.NotTagged("p", ["b", "a"])));
    }

    [Fact]
    public async Task A_condition_of_a_write_is_met_by_what_was_left_out()
    {
        Assert.True(await Repository.PutIf(Empty, false));
        Assert.False(await Repository.PutIf(Empty, true));
        Assert.False(await Repository.PutIf(Full, false));
        Assert.True(await Repository.PutIf(Full, true));
    }

    [Fact]
    public async Task An_update_reads_the_default_of_what_was_left_out()
    {
        var updated = await Repository.UpdateCounts("p", 0, [7], 2);

        Assert.Equal((1, 2), (updated.Count, updated.Work.Steps));
        Assert.Equal([7], updated.Numbers);
        Assert.Equal([1, 2, 8], (await Repository.UpdateCounts("p", 1, [8], 0)).Numbers);
    }

    [Fact]
    public async Task Setting_an_empty_set_removes_it()
    {
        var updated = await Repository.UpdateSets("p", 1, [], [6]);

        Assert.Empty(updated.Tags);
        Assert.Equal([6], updated.Marks!);
        updated = await Repository.UpdateSets("p", 1, ["c"], []);
        Assert.Equal(["c"], updated.Tags);
        Assert.Null(updated.Marks);
        updated = await Repository.UpdateSets("p", 1, [], []);
        Assert.Empty(updated.Tags);
    }

    [Fact]
    public async Task Adding_and_deleting_nothing_does_nothing()
    {
        Assert.Equal(["a", "b"], (await Repository.UpdateMoreTags("p", 1, [])).Tags.Order());
        Assert.Equal(["a", "b", "c"], (await Repository.UpdateMoreTags("p", 1, ["c"])).Tags.Order());
        Assert.Equal(["a", "b", "c"], (await Repository.UpdateFewerTags("p", 1, [], [])).Tags.Order());
        var fewer = await Repository.UpdateFewerTags("p", 1, [], [5]);
        Assert.Equal(["a", "b", "c"], fewer.Tags.Order());
        Assert.Null(fewer.Marks);
        Assert.Equal(["b", "c"], (await Repository.UpdateFewerTags("p", 1, ["a"], [])).Tags.Order());
        Assert.Equal(["b", "c"], (await Repository.UpdateFirstTags("p", 1, [])).Tags.Order());
        Assert.Equal(["z"], (await Repository.UpdateFirstTags("p", 0, ["z"])).Tags);
    }

    [Fact]
    public async Task A_transaction_updates_sets_with_nothing_too()
    {
        await Transactions.WriteAsync([Repository.UpdateTagsAction("p", 1, []), Repository.UpdateMoreTagsAction("p", 0, [])]);

        Assert.Empty((await Repository.Get("p", 1))!.Tags);
        Assert.Empty((await Repository.Get("p", 0))!.Tags);
    }

    [Fact]
    public async Task An_update_that_does_not_fit_the_stored_item_names_the_access_pattern()
    {
        Assert.True(await Repository.UpdateLevels("p", 1, 5));
        var unfit = await Assert.ThrowsAsync<UnfitUpdateException>(async () => await Repository.UpdateLevels("p", 0, 5));

        Assert.Equal("IProfiles.UpdateLevels", unfit.AccessPattern);
        Assert.NotNull(unfit.InnerException);
    }

    [Fact]
    public async Task What_is_inside_of_a_value_that_may_be_absent_is_updated_where_it_is_there()
    {
        Assert.True(await Repository.UpdateCity("p", 1, "Tromsø"));
        Assert.False(await Repository.UpdateCity("p", 0, "Tromsø"));
    }
}
