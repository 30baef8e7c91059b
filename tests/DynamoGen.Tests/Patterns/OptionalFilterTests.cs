using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>A clause whose parameter is null is left out; a list asks for one of its values.</summary>
public sealed class OptionalFilterTests(LocalServer server) : PatternTest(server)
{
    private const int Rounds = 300;

    private static readonly string[] Names = ["ann", "bob", "cid"];

    [Fact]
    public async Task A_filter_whose_only_parameter_is_null_is_no_filter()
    {
        await PutAsync(new Ticket("q", 1, "a") { Priority = 1 }, new Ticket("q", 2, "b") { Priority = 5 });

        Assert.Equal((int[])[1, 2], Numbers(await Screens.AtLeast("q")));
        Assert.Equal((int[])[2], Numbers(await Screens.AtLeast("q", 2)));
    }

    [Fact]
    public async Task A_page_is_of_the_query_with_the_clauses_that_were_given()
    {
        await PutAsync([.. Enumerable.Range(0, 9).Select(number => new Ticket("q", number, number % 2 == 0 ? "even" : "odd") { Weight = number })]);

        var first = await Screens.Page("q", 2, null, "even", 2, null, null);
        var second = await Screens.Page("q", 5, first.Cursor, "even", 2, null, null);
        var most = await Screens.Page("q", 9, null, null, null, 3, null);

        Assert.Equal((int[])[2, 4, 6, 8], Numbers(first.Items.Concat(second.Items)));
        Assert.Equal((int[])[0, 1, 2, 3], Numbers(most.Items));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Screens.Page("q", 2, first.Cursor, "even", null, null, null));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Screens.Page("q", 2, first.Cursor, "even", 2, 2, null));
    }

    [Fact]
    public async Task A_list_asks_for_one_of_its_values_and_an_empty_one_for_nothing()
    {
        await PutAsync([.. Enumerable.Range(0, 6).Select(number => new Ticket("q", number, "t") { Status = (TicketStatus)(number % 3), Votes = number % 3 })]);

        Assert.Equal((int[])[0, 2, 3, 5], Numbers(await Screens.WithStatus("q", [TicketStatus.Open, TicketStatus.Solved])));
        Assert.Equal((int[])[1, 4], Numbers(await Screens.WithVotes("q", [1])));

        // No vote is not stored, and means 0.
        Assert.Equal((int[])[0, 2, 3, 5], Numbers(await Screens.WithVotes("q", [0, 2])));
        using var spans = new Spans("IScreens.WithStatus");
        Assert.Empty(await Screens.WithStatus("q", []));
        Assert.Equal(0, Assert.Single(spans.Ended).Requests);
    }

    [Fact]
    public async Task A_list_takes_a_hundred_values_and_no_more()
    {
        await PutAsync(new Ticket("q", 1, "t") { Votes = 99 });

        Assert.Equal((int[])[1], Numbers(await Screens.WithVotes("q", [.. Enumerable.Range(0, 100)])));
        var tooMany = await Assert.ThrowsAsync<ItemValueException>(async () => await Screens.WithVotes("q", [.. Enumerable.Range(0, 101)]));
        Assert.Contains("A list has 101 values, of which DynamoDB takes 100 behind IN", tooMany.Message, StringComparison.Ordinal);
        Assert.Equal("Ticket", tooMany.Entity);
    }

    [Fact]
    public async Task An_empty_list_of_an_OR_leaves_the_other_side()
    {
        await PutAsync(new Ticket("q", 1, "t") { Assignee = "ann" }, new Ticket("q", 2, "t") { Priority = 9 });

        Assert.Equal((int[])[2], Numbers(await Screens.OfSomebody("q", [], 5)));
        Assert.Equal((int[])[1, 2], Numbers(await Screens.OfSomebody("q", ["ann"], 5)));
        Assert.Equal((int[])[1], Numbers(await Screens.OfSomebody("q", ["ann"], null)));
        Assert.Equal((int[])[2], Numbers(await Screens.OfSomebody("q", null, 5)));
        Assert.Equal((int[])[1, 2], Numbers(await Screens.OfSomebody("q", null, null)));
    }

    [Fact]
    public async Task A_condition_of_a_write_leaves_out_what_is_null_too()
    {
        await PutAsync(new Ticket("q", 1, "t") { Priority = 3, Assignee = "ann" });

        Assert.False(await Screens.UpdatePriority("q", 1, 4, 3, null));
        Assert.True(await Screens.UpdatePriority("q", 1, 4, 4, "ann"));
        Assert.False(await Screens.UpdatePriority("q", 1, 5, null, "bob"));
        Assert.True(await Screens.UpdatePriority("q", 1, 6, null, null));
        Assert.False(await Screens.UpdatePriority("q", 2, 6, null, null));
        Assert.False(await Screens.Delete("q", 1, 6, [TicketStatus.Solved]));
        Assert.False(await Screens.Delete("q", 1, 6, []));
        Assert.True(await Screens.Delete("q", 1, null, [TicketStatus.Open]));
    }

    [Fact]
    public async Task Whatever_is_left_out_the_filter_finds_what_it_finds_in_memory()
    {
        var random = new Random(7);
        var tickets = Enumerable.Range(0, 40).Select(number => New(random, number)).ToArray();
        await PutAsync(tickets);
        for (var round = 0; round < Rounds; round++)
        {
            var wanted = Wanted.New(random);
            var found = await Screens.Found(
                "q", wanted.Status, wanted.Priority, wanted.Tag, wanted.Urgent, wanted.Start, wanted.Least, wanted.Most, wanted.Statuses, wanted.Votes);

            Assert.Equal(Numbers(tickets.Where(wanted.Matches)), Numbers(found));
        }
    }

    private static Ticket New(Random random, int number) => new("q", number, random.Next(2) == 0 ? $"a{number}" : $"b{number}")
    {
        Status = (TicketStatus)random.Next(3),
        Priority = random.Next(5),
        Weight = random.Next(3) == 0 ? null : random.Next(5),
        Urgent = random.Next(2) == 0,
        Votes = random.Next(3),
        Tags = [.. Names.Where(_ => random.Next(3) == 0)],
    };

    private async Task PutAsync(params Ticket[] tickets)
    {
        foreach (var ticket in tickets)
        {
            await Screens.Put(ticket);
        }
    }

    private static int[] Numbers(IEnumerable<Ticket> tickets) => [.. tickets.Select(ticket => ticket.Number)];

    /// <summary>What is asked for, of which a null asks for nothing.</summary>
    private sealed record Wanted(
        TicketStatus? Status, int? Priority, string? Tag, bool? Urgent, string? Start, decimal? Least, decimal? Most, TicketStatus[]? Statuses, int? Votes)
    {
        public static Wanted New(Random random)
        {
            bool IsLeftOut() => random.Next(2) == 0;
            return new Wanted(
                IsLeftOut() ? null : (TicketStatus)random.Next(3),
                IsLeftOut() ? null : random.Next(5),
                IsLeftOut() ? null : Names[random.Next(3)],
                IsLeftOut() ? null : random.Next(2) == 0,
                IsLeftOut() ? null : "a",
                IsLeftOut() ? null : random.Next(3),
                IsLeftOut() ? null : random.Next(3) + 1,
                IsLeftOut() ? null : [.. Enum.GetValues<TicketStatus>().Where(_ => random.Next(2) == 0)],
                IsLeftOut() ? null : random.Next(4));
        }

        public bool Matches(Ticket ticket) => All(
            Any(
                Status is null ? null : ticket.Status == Status,
                Priority is null ? null : ticket.Priority >= Priority,
                Tag is null ? null : ticket.Tags.Contains(Tag)),
            !All(
                Urgent is null ? null : ticket.Urgent == Urgent,
                Start is null ? null : ticket.Title.StartsWith(Start, StringComparison.Ordinal)),
            Least is null ? null : ticket.Weight >= Least,
            Most is null ? null : ticket.Weight <= Most,
            Statuses is null ? null : Statuses.Contains(ticket.Status),
            Votes is null ? null : ticket.Votes < Votes) ?? true;

        private static bool? All(params bool?[] parts) => parts.OfType<bool>().ToArray() is { Length: > 0 } given ? given.All(part => part) : null;

        private static bool? Any(params bool?[] parts) => parts.OfType<bool>().ToArray() is { Length: > 0 } given ? given.Any(part => part) : null;
    }
}
