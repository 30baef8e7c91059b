using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Writes;

public sealed class ConditionalWriteTests(LocalServer server) : TicketTest(server)
{
    [Fact]
    public async Task Put_counts_writes_and_refuses_what_another_write_has_overtaken()
    {
        var first = await Repository.Put(new Ticket("p", 1));
        var second = await Repository.Put(first with { Title = "second" });

        Assert.Equal((1, 2), (first.Revision, second.Revision));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Put(first with { Title = "late" }));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Put(new Ticket("p", 1)));
        Assert.Equal("second", (await Repository.Get("p", 1))!.Title);
    }

    [Fact]
    public async Task Create_refuses_an_item_that_exists()
    {
        var created = await Repository.Create(new Ticket("p", 1));

        Assert.Equal(1, created.Revision);
        Assert.False(await Repository.CreateIfNew(new Ticket("p", 1)));
        Assert.True(await Repository.CreateIfNew(new Ticket("p", 2)));
    }

    [Fact]
    public async Task Replace_needs_an_item_of_the_revision_that_was_read_and_its_own_condition()
    {
        var created = await Repository.Create(new Ticket("p", 1) { Title = "old" });

        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Replace(new Ticket("p", 2) { Revision = 1 }, TicketStatus.Open));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Replace(created, TicketStatus.Closed));
        var before = await Repository.Replace(created with { Title = "new" }, TicketStatus.Open);

        Assert.Equal(("old", 1), (before!.Title, before.Revision));
        Assert.Equal(("new", 2), ((await Repository.Get("p", 1))!.Title, (await Repository.Get("p", 1))!.Revision));
    }

    [Fact]
    public async Task Delete_needs_the_revision_that_was_read()
    {
        var first = await Repository.Put(new Ticket("p", 1));
        var second = await Repository.Put(first);

        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Delete(first));
        Assert.False(await Repository.DeleteRevision("p", 1, 1));
        await Repository.Delete(second);
        Assert.Null(await Repository.Get("p", 1));
    }

    [Fact]
    public async Task The_times_of_creation_and_of_the_last_write_are_kept()
    {
        var created = await Repository.Put(new Ticket("p", 1));
        var at = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var written = await Repository.Put(created);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Repository.UpdateAssignee("p", 1, "a", priority: 0);

        Assert.Equal((at, at), (created.CreatedAt, created.UpdatedAt));
        Assert.Equal((at, at.AddMinutes(1)), (written.CreatedAt, written.UpdatedAt));
        var updated = await Repository.Get("p", 1);
        Assert.Equal((at, at.AddMinutes(2), 3), (updated!.CreatedAt, updated.UpdatedAt, updated.Revision));
    }

    [Fact]
    public async Task An_expired_item_counts_as_absent()
    {
        var ticket = await Repository.Create(new Ticket("p", 1) { Assignee = "a", ExpiresAt = Clock.GetUtcNow().AddSeconds(10) });
        Assert.NotNull(await Repository.Get("p", 1));
        Assert.False(await Repository.CreateIfNew(new Ticket("p", 1)));

        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(await Repository.Get("p", 1));
        Assert.NotNull(await Repository.GetAnyway("p", 1));
        Assert.Empty(await Numbers(Repository.OfAssignee("a")));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.Replace(ticket, TicketStatus.Open));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Repository.UpdateAssignee("p", 1, "b", 0));
        Assert.True(await Repository.CreateIfNew(new Ticket("p", 1) { Title = "new" }));
        Assert.Equal("new", (await Repository.Get("p", 1))!.Title);
    }

    [Fact]
    public async Task An_expired_item_does_not_keep_a_new_one_from_being_put()
    {
        await Repository.Put(new Ticket("p", 1) { ExpiresAt = Clock.GetUtcNow() });

        Assert.Equal(1, (await Repository.Put(new Ticket("p", 1))).Revision);
    }

    [Fact]
    public async Task A_local_index_is_read_consistently()
    {
        await Repository.Put(new Ticket("p", 1) { Priority = 5 });
        await Repository.Put(new Ticket("p", 2) { Priority = -5 });
        await Repository.Put(new Ticket("q", 3) { Priority = 6 });

        Assert.Equal(new[] { 2, 1 }, await Numbers(Repository.ByPriority("p")));
        Assert.Equal(new[] { 1 }, await Numbers(Repository.ByPriority("p", from: 0)));
    }

    [Fact]
    public async Task A_filter_leaves_out_what_does_not_meet_it()
    {
        await Repository.Put(new Ticket("p", 1) { Priority = 5 });
        await Repository.Put(new Ticket("p", 2) { Priority = 5, Status = TicketStatus.Closed });
        await Repository.Put(new Ticket("p", 3) { Priority = 5, Status = TicketStatus.Closed, Tags = ["vip"] });
        await Repository.Put(new Ticket("p", 4) { Priority = 4, Title = "a long title" });
        await Repository.Put(new Ticket("p", 5) { Title = "a long title", Estimate = 2 });
        await Repository.Put(new Ticket("p", 6) { Title = "a long title", Estimate = 20 });

        Assert.Equal(new[] { 1, 3 }, await Numbers(Repository.Important("p", 5, "vip")));
        Assert.Equal(new[] { 4, 6 }, (await Repository.Long("p", 5, 10)).Select(ticket => ticket.Number));
    }
}
