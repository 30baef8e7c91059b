using DynamoGen;
using HelpDesk.Statistics;
using HelpDesk.Tickets;
using static HelpDesk.Tour.SampleData;

namespace HelpDesk.Tests;

/// <summary>The forms that read, by their numbers, against the whole sample data.</summary>
public sealed class ReadTests(FilledDesk desk)
{
    private ITickets Tickets => desk.Get<ITickets>();

    [Fact]
    public async Task Form_2_a_list_screen_asks_for_what_is_given_in_pages()
    {
        Assert.Equal([11, 10, 8, 7, 5, 4, 2, 1], await Search((limit, cursor) => Tickets.Search(Billing, limit, cursor)));
        Assert.Equal([11, 7, 5, 1], await Search((limit, cursor) => Tickets.Search(Billing, limit, cursor, tag: "refund")));
        Assert.Equal([11, 7], await Search((limit, cursor) => Tickets.Search(Billing, limit, cursor, least: Priority.High, tag: "refund")));
        Assert.Equal([10, 8, 4, 2], await Search((limit, cursor) => Tickets.Search(Billing, limit, cursor, TicketStatus.Open, agent: "kim")));
        Assert.Empty(await Search((limit, cursor) => Tickets.Search(Billing, limit, cursor, TicketStatus.Solved)));
    }

    [Fact]
    public async Task Form_2_an_agent_puts_a_search_together()
    {
        ItemFilter<Ticket>? filter = null;
        Assert.Equal([11, 10, 8, 7, 5, 4, 2, 1], await Search((limit, cursor) => Tickets.Matching(Billing, limit, cursor, filter)));

        filter &= TicketFields.Where(f => f.Priority == Priority.Urgent | (f.Agent.IsAbsent() & f.Tags.Contains("refund")));
        Assert.Equal([11, 7, 5, 1], await Search((limit, cursor) => Tickets.Matching(Billing, limit, cursor, filter)));

        filter &= TicketFields.Where(f => !f.Subject.StartsWith("Question 1"));
        Assert.Equal([7, 5], await Search((limit, cursor) => Tickets.Matching(Billing, limit, cursor, filter)));
        Assert.Empty(await Search((limit, cursor) => Tickets.Matching(Billing, limit, cursor, TicketFields.Where(f => f.Status.In(TicketStatus.Solved)))));
    }

    [Fact]
    public async Task Form_4_several_queues_are_one_list_in_either_order()
    {
        string[] queues = [Network, Billing, "nobody's"];

        Assert.Equal(Enumerable.Range(1, TicketCount), await Search((limit, cursor) => Tickets.OfQueues(queues, descending: false, limit, cursor)));
        Assert.Equal(
            Enumerable.Range(1, TicketCount).Reverse(), await Search((limit, cursor) => Tickets.OfQueues(queues, descending: true, limit, cursor)));
        Assert.Empty(await Search((limit, cursor) => Tickets.OfQueues([], descending: true, limit, cursor)));
    }

    [Fact]
    public async Task Form_4_the_next_ticket_is_the_first_of_several_queues()
    {
        Assert.Equal((1, 3), ((await Tickets.NextOf([Network, Billing]))!.Number, (await Tickets.NextOf([Network]))!.Number));
        Assert.Null(await Tickets.NextOf(["nobody's"]));
        Assert.Null(await Tickets.NextOf([]));
    }

    [Fact]
    public async Task Form_4_one_of_several_values_is_a_list_that_may_be_empty()
    {
        Assert.Equal([2, 7, 10, 11], Numbers(await Tickets.OfPriorities(Billing, [Priority.High, Priority.Urgent])));
        Assert.Empty(await Tickets.OfPriorities(Billing, []));
    }

    [Fact]
    public async Task Form_6_items_are_counted_and_asked_for()
    {
        Assert.Equal((8, 0), (await Tickets.CountOf(Billing, TicketStatus.Open), await Tickets.CountOf(Billing, TicketStatus.Solved)));
        Assert.Equal((true, false), (await Tickets.Exists(1), await Tickets.Exists(99)));
        Assert.Equal((true, false), (await Tickets.IsCustomerWaiting(1), await Tickets.IsCustomerWaiting(9)));
    }

    [Fact]
    public async Task Form_6_a_count_is_of_one_entity_in_a_partition_of_several()
    {
        Assert.Equal((3, 6), (await desk.Get<IComments>().CountOf(1), await Tickets.ItemsOf(1).CountAsync()));
        Assert.Equal(0, await desk.Get<IComments>().CountOf(2));
    }

    [Fact]
    public async Task Form_7_a_ticket_comes_with_all_that_was_done_for_it()
    {
        var file = await Tickets.FileOf(1);

        Assert.Equal((1, 3), (file!.Ticket.Number, file.Comments.Count));
        Assert.Equal([5, 45], file.TimeEntries.Select(entry => entry.Minutes));
        Assert.Null(await Tickets.FileOf(99));
    }

    [Fact]
    public async Task Form_7_a_partition_streams_and_comes_in_pages_in_the_same_order()
    {
        var items = await Tickets.ItemsOf(1).ToListAsync();
        var paged = new List<ITicketItem>();
        string? cursor = null;
        do
        {
            var page = await Tickets.PageOf(1, limit: 4, cursor);
            paged.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(["Ticket", "Comment", "Comment", "Comment", "TimeEntry", "TimeEntry"], items.Select(item => item.GetType().Name));
        Assert.Equal(items.Select(item => item.ToString()), paged.Select(item => item.ToString()));
        Assert.Equal(50, items.Sum(item => item switch { TimeEntry entry => entry.Minutes, _ => 0 }));
    }

    [Fact]
    public async Task Form_8_scans_filter_project_count_and_read_what_an_index_holds()
    {
        Assert.Equal(
            Enumerable.Range(1, 5).Select(number => new TicketCard(number, $"Question {number}", TicketStatus.Open)),
            (await Tickets.Export(Start.AddHours(6), segments: 3).ToListAsync()).OrderBy(card => card.Number));
        Assert.Equal([2, 11], Numbers(await Tickets.Escalated().ToListAsync()));
        Assert.Equal(TicketCount, await Tickets.CountAll());
    }

    [Fact]
    public async Task Form_8_all_entities_of_the_table_are_scanned_together()
    {
        var counts = (await Tickets.Everything(segments: 2).ToListAsync()).CountBy(item => item.GetType().Name).ToDictionary();

        Assert.Equal(
            new()
            {
                ["Ticket"] = TicketCount,
                ["Comment"] = 3,
                ["TimeEntry"] = 2,
                ["Customer"] = 3,
                ["Agent"] = 1,
                ["DailyStatistics"] = 2,
                ["RateLimit"] = 3,
                ["AuditEntry"] = TicketCount,
            },
            counts);
    }

    [Fact]
    public async Task Form_9_the_latest_of_a_partition_and_the_first_of_all_shards()
    {
        Assert.Equal("It is paid back.", (await desk.Get<IComments>().LatestOf(1))!.Text);
        Assert.Null(await desk.Get<IComments>().LatestOf(99));
        Assert.Equal(new DailyStatistics(Network, Day) { Opened = 4 }, await desk.Get<IDailyStatistics>().LatestOf(Network));
        Assert.Equal((1, 3), ((await Tickets.OldestOf(Billing))!.Number, (await Tickets.OldestOf(Network))!.Number));
        Assert.Null(await Tickets.OldestOf("nobody's"));
    }

    [Fact]
    public async Task Form_9_what_lies_between_two_times_is_without_them_and_in_either_order()
    {
        var comments = desk.Get<IComments>();

        Assert.Equal([2, 3, 5], Hours(await comments.Between(1, descending: false)));
        Assert.Equal([5, 3], Hours(await comments.Between(1, descending: true, after: Start.AddHours(2))));
        Assert.Equal([2, 3], Hours(await comments.Between(1, descending: false, before: Start.AddHours(5))));
        Assert.Equal([3], Hours(await comments.Between(1, descending: true, Start.AddHours(2), Start.AddHours(5))));
        Assert.Empty(await comments.Between(1, descending: false, Start.AddHours(3), Start.AddHours(3)));
    }

    [Fact]
    public async Task Form_9_a_customers_tickets_go_on_behind_the_last_one_that_was_seen()
    {
        Assert.Equal([8, 11], Numbers(await Tickets.OpenedAfter(2, Start.AddHours(5), afterNumber: 5).ToListAsync()));
        Assert.Equal([5, 8, 11], Numbers(await Tickets.OpenedAfter(2, Start.AddHours(5), afterNumber: 4).ToListAsync()));
        Assert.Empty(await Tickets.OpenedAfter(2, Start.AddHours(11), afterNumber: 11).ToListAsync());
    }

    [Fact]
    public async Task Form_10_a_batch_keeps_the_order_of_its_keys_and_tells_what_is_missing()
    {
        var read = await Tickets.GetMany(new[] { 9, 99, 1, 9 }.Select(number => new Ticket.PrimaryKey(number)));

        Assert.Equal([9, null, 1, 9], read.Select(ticket => ticket?.Number));
    }

    [Fact]
    public async Task Form_10_a_batch_takes_keys_as_they_come_and_reads_a_part_of_each_item()
    {
        var keys = AsyncEnumerable.Range(1, 150).Select(number => new Ticket.PrimaryKey(number));

        var cards = await Tickets.CardsOf(keys).ToListAsync();

        Assert.Equal(Enumerable.Range(1, TicketCount), cards.Select(card => card.Number).Order());
    }

    [Fact]
    public async Task Form_12_a_list_is_an_array_too() => Assert.Equal([2, 5, 8, 11], Numbers(await Tickets.OfCustomer(2)));

    [Fact]
    public async Task Form_13_a_call_says_what_it_read_and_consumed()
    {
        var found = await desk.Get<ITimeEntries>().LongOnesOf(1, least: 30);

        Assert.Equal(45, Assert.Single(found.Value).Minutes);
        Assert.Equal((1L, 1), (found.Count, found.Requests));
        Assert.True(found.ScannedCount > found.Count, $"{found.ScannedCount} were read.");
        Assert.Equal(0.5, found.ConsumedCapacity);
    }

    [Fact]
    public async Task Form_15_a_statement_finds_what_no_access_pattern_says() =>
        Assert.Equal(["Which invoice?", "It is paid back."], (await desk.Get<TicketStatements>().CommentsAsync(1, "kim")).Select(comment => comment.Text));

    private static IEnumerable<double> Hours(IEnumerable<Comment> found) => found.Select(comment => (comment.At - Start).TotalHours);

    private static IEnumerable<int> Numbers(IEnumerable<Ticket> found) => found.Select(ticket => ticket.Number);

    private static async Task<List<int>> Search(Func<int, string?, ValueTask<Page<Ticket>>> ask)
    {
        var found = new List<int>();
        string? cursor = null;
        do
        {
            var page = await ask(3, cursor);
            found.AddRange(Numbers(page.Items));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return found;
    }
}
