using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Methods that are called as their callers like, and say by an attribute or their return type what they are.</summary>
public sealed class VerbTests(LocalServer server) : PatternTest(server)
{
    [Fact]
    public async Task An_attribute_says_what_a_write_is()
    {
        var ticket = new Ticket("q", 1, "first") { Tags = ["a", "b"] };

        Assert.False(await Tickets.StoreAsync(ticket));
        Assert.True(await Tickets.OpenAsync(ticket));
        Assert.False(await Tickets.OpenAsync(ticket));
        Assert.Equal("first", (await Tickets.KeepAsync(ticket with { Title = "second" }))!.Title);
        Assert.True(await Tickets.StoreAsync(ticket with { Title = "third" }));
        Assert.Equal((9, "third"), await Tickets.EscalateAsync("q", 1, 9) is var escalated ? (escalated.Priority, escalated.Title) : default);
        Assert.True(await Tickets.DeleteTags("q", 1, ["a"]));
        Assert.Equal(["b"], (await Tickets.SettingsOf("q", 1))!.Tags);
        await Transactions.WriteAsync([Tickets.Demand("q", 1)]);
        Assert.True(await Tickets.DropAsync("q", 1));
        Assert.False(await Tickets.DropAsync("q", 1));
        await Assert.ThrowsAsync<TransactionFailedException>(async () => await Transactions.WriteAsync([Tickets.Demand("q", 1)]));
    }

    [Fact]
    public async Task An_attribute_and_a_sequence_make_a_batch()
    {
        await Tickets.ImportAsync(Numbered(30));
        Assert.Equal(30, await Tickets.CountOf("q"));

        var keys = Enumerable.Range(0, 28).Select(number => new Ticket.PrimaryKey("q", number)).ToArray();
        Assert.Equal(28, await Tickets.SomeOf(keys).CountAsync());
        await Tickets.PurgeAsync(keys);
        Assert.Equal((int[])[28, 29], await Tickets.Everything("q").Select(ticket => ticket.Number).ToArrayAsync());
    }

    [Fact]
    public async Task The_latest_item_of_a_partition_is_one_value()
    {
        Assert.Null(await Tickets.LatestOf("q"));
        await Tickets.ImportAsync(Numbered(12));
        Assert.Equal(11, (await Tickets.LatestOf("q"))!.Number);
    }

    [Fact]
    public async Task A_list_comes_as_the_method_returns_it()
    {
        await Tickets.ImportAsync(Numbered(3));

        Assert.Equal((int[])[0, 1, 2], (await Tickets.AsList("q")).ConvertAll(ticket => ticket.Number));
        Assert.Equal((int[])[0, 1, 2], (await Tickets.AsArray("q")).Select(ticket => ticket.Number));
        Assert.Equal((int[])[0, 1, 2], (await Tickets.AsSequence("q")).Select(ticket => ticket.Number));
        Assert.Equal((int[])[0, 1, 2], (await Tickets.AsCollection("q")).Select(ticket => ticket.Number));
        Assert.Equal(new Ticket.PrimaryKey("q", 2), (await Tickets.KeysOf("q"))[2]);
        Assert.Empty(await Tickets.AsArray("none"));
    }

    [Fact]
    public async Task Items_are_counted_over_pages_filters_indexes_and_shards()
    {
        // Each is 300 KB, so that a page of 1 MB holds three.
        foreach (var number in Enumerable.Range(0, 7))
        {
            await Tickets.SaveAsync(new Ticket("q", number, new string('x', 300_000))
            {
                Status = (TicketStatus)(number % 2),
                Assignee = number < 5 ? "ann" : null,
            });
        }

        using var spans = new Spans("ITickets.CountOf");
        Assert.Equal(7, await Tickets.CountOf("q"));
        Assert.True(Assert.Single(spans.Ended).Requests > 1);
        Assert.Equal(3, await Tickets.CountOf("q", from: 2, to: 4));
        Assert.Equal(0, await Tickets.CountOf("q", from: 4, to: 2));
        Assert.Equal(0, await Tickets.CountOf("none"));
        Assert.Equal(4, await Tickets.CountWith("q", TicketStatus.Open));
        Assert.Equal(5, await Tickets.CountAssigned("ann"));
        Assert.Equal(3, await Tickets.CountByStatus(TicketStatus.Waiting));
        Assert.Equal(0, await Tickets.CountByStatus(TicketStatus.Solved));
    }

    [Fact]
    public async Task A_question_is_answered_by_a_key_a_beginning_a_filter_and_an_index()
    {
        Assert.False(await Tickets.Exists("q", 1));
        Assert.False(await Tickets.ExistsInQueue("q"));
        await Tickets.SaveAsync(new Ticket("q", 1, "x") { Priority = 4 });

        Assert.True(await Tickets.Exists("q", 1));
        Assert.True(await Tickets.ExistsConsistently("q", 1));
        Assert.False(await Tickets.Exists("q", 2));
        Assert.True(await Tickets.ExistsInQueue("q"));
        Assert.True(await Tickets.HasAbove("q", 3));
        Assert.False(await Tickets.HasAbove("q", 4));
        Assert.True(await Tickets.ExistsByStatus(TicketStatus.Open));
        Assert.False(await Tickets.ExistsByStatus(TicketStatus.Solved));
    }

    [Fact]
    public async Task A_sharded_index_gives_a_list_and_its_last_item()
    {
        await Tickets.ImportAsync(Numbered(20));

        Assert.Equal(Enumerable.Range(0, 20), (await Tickets.ListByStatus(TicketStatus.Open)).Select(ticket => ticket.Number));
        Assert.Equal((int[])[0, 1, 2], (await Tickets.ListByStatus(TicketStatus.Open, 3)).Select(ticket => ticket.Number));
        Assert.Equal(19, (await Tickets.LastByStatus(TicketStatus.Open))!.Number);
        Assert.Null(await Tickets.LastByStatus(TicketStatus.Solved));
    }

    private static IEnumerable<Ticket> Numbered(int count) => Enumerable.Range(0, count).Select(number => new Ticket("q", number, $"t{number}"));
}
