using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Writes;

public sealed class UpdateTests(LocalServer server) : TicketTest(server)
{
    private static readonly Ticket Full =
        new("p", 1) { Title = "t", Estimate = 3, First = new Comment("a", "b", 4), Comments = [new Comment("x", "1")], Tags = ["old"] };

    [Fact]
    public async Task Each_clause_does_what_it_says_and_the_item_after_it_is_returned()
    {
        await Repository.Put(Full);

        var updated = await Repository.Update("p", 1, "new", [new Comment("y", "2")], by: 5, ["one", "two"]);

        Assert.Equal(("new", null, 5, 2), (updated.Title, updated.Estimate, updated.First!.Votes, updated.Revision));
        Assert.Equal([new Comment("x", "1"), new Comment("y", "2")], updated.Comments);
        Assert.Equal(5, updated.Counts["reads"]);
        Assert.Equal(["old", "one", "two"], updated.Tags.Order());
        Assert.Equal(10, (await Repository.Update("p", 1, "new", [], by: 5, ["one"])).Counts["reads"]);
    }

    [Fact]
    public async Task An_element_of_a_list_is_updated_and_the_item_before_is_returned()
    {
        await Repository.Put(Full with { Comments = [new Comment("x", "1"), new Comment("y", "2")] });

        var before = await Repository.UpdateSecond("p", 1, "changed", ["old"]);

        Assert.Equal("2", before!.Comments[1].Text);
        var after = await Repository.Get("p", 1);
        Assert.Equal("changed", after!.Comments[1].Text);
        Assert.Empty(after.Tags);
    }

    [Fact]
    public async Task An_item_that_does_not_exist_is_not_made_by_an_update()
    {
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.UpdateAssignee("p", 1, "a", 0));
        Assert.Null(await Repository.Get("p", 1));
    }

    [Fact]
    public async Task Index_keys_follow_what_is_updated()
    {
        var ticket = await Repository.Put(new Ticket("p", 1) { Assignee = "a", Priority = 7 });
        await Repository.Put(new Ticket("p", 2) { Priority = 3 });
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await Repository.UpdateStatus("p", 1, TicketStatus.Closed, ticket.Revision));
        await Repository.UpdateAssignee("p", 1, "b", 7);
        await Repository.UpdateAssignee("p", 2, "b", 3);

        Assert.Equal(new[] { 2 }, await Numbers(Repository.WithStatus("p", TicketStatus.Open)));
        Assert.Equal(new[] { 1 }, await Numbers(Repository.WithStatus("p", TicketStatus.Closed)));
        Assert.Empty(await Numbers(Repository.OfAssignee("a")));
        Assert.Equal(new[] { 2, 1 }, await Numbers(Repository.OfAssignee("b")));
        Assert.Equal(new[] { 1 }, await Numbers(Repository.OfAssignee("b", from: 5)));
        await Repository.UpdateUnassigned("p", 1);
        Assert.Equal(new[] { 2 }, await Numbers(Repository.OfAssignee("b")));
        Assert.Null((await Repository.Get("p", 1))!.Assignee);
    }

    [Fact]
    public async Task An_index_key_is_never_built_from_a_value_that_the_item_does_not_have()
    {
        await Repository.Put(new Ticket("p", 1) { Assignee = "a", Priority = 7 });

        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.UpdateAssignee("p", 1, "b", priority: 6));
        Assert.Equal(new[] { 1 }, await Numbers(Repository.OfAssignee("a")));
    }

    [Fact]
    public async Task A_condition_that_fails_is_a_result_where_one_is_asked_for()
    {
        var ticket = await Repository.Put(new Ticket("p", 1) { Priority = 3 });

        Assert.False(await Repository.UpdateStatus("p", 1, TicketStatus.Open, ticket.Revision));
        Assert.False(await Repository.UpdateStatus("p", 1, TicketStatus.Closed, revision: 9));
        Assert.True(await Repository.UpdateStatus("p", 1, TicketStatus.Closed, ticket.Revision));
    }
}
