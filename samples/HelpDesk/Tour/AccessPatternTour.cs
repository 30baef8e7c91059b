using System.Globalization;
using System.Text.Json;
using HelpDesk.Audit;
using HelpDesk.People;
using HelpDesk.Statistics;
using HelpDesk.Tickets;
using static HelpDesk.Tour.SampleData;

namespace HelpDesk.Tour;

/// <summary>The forms of access patterns, one after the other, each as a help desk would use it.</summary>
public sealed class AccessPatternTour(
    Reception reception,
    ITickets tickets,
    IComments comments,
    ITimeEntries timeEntries,
    TicketStatements statements,
    ICustomers customers,
    IAgents agents,
    IDailyStatistics statistics,
    IAuditEntries audit)
{
    public IReadOnlyList<TourStop> Stops =>
    [
        new(1, "Updates that make their item", CountAsync),
        new(2, "A list screen with optional clauses, and searches that users put together", SearchAsync),
        new(3, "A patch, from C# and from JSON", PatchAsync),
        new(4, "One of several values, and several partitions", OfPrioritiesAsync),
        new(5, "Keys of dictionaries, elements of tuples, and the written entity in its condition", ReactAsync),
        new(6, "How many, and whether", CountAndExistsAsync),
        new(7, "A partition of several entities", FileAsync),
        new(8, "Scans that are asked for", ScanAsync),
        new(9, "The latest, the first of all shards, and what lies between, in either order", LatestAsync),
        new(10, "Batches", BatchAsync),
        new(11, "A unique value that changes", UpdateEmailAsync),
        new(12, "Names of one's own", NamesAsync),
        new(13, "What a call says beside its value", DetailsAsync),
        new(14, "Outcomes", OutcomesAsync),
        new(15, "A partition deleted, and a statement", PurgeAsync),
        new(16, "A part of a written item", SolveAsync),
    ];

    private async Task<string> CountAsync()
    {
        var solved = await statistics.UpsertSolved(Billing, Day.AddDays(1), by: 3);
        var accepted = new List<bool>();
        for (var number = 101; number <= 103; number++)
        {
            accepted.Add(await reception.OpenAsync(TicketOf(number) with { CustomerId = 1, Queue = Network }));
        }

        return $"{solved.Solved} solved, counted by the first of the day; three more tickets of a customer who has opened four: {string.Join(", ", accepted)}";
    }

    private async Task<string> SearchAsync()
    {
        var first = await tickets.Search(Billing, limit: 2, least: Priority.Normal, tag: "refund");
        var second = await tickets.Search(Billing, limit: 2, first.Cursor, least: Priority.Normal, tag: "refund");
        var own = TicketFields.Where(f => f.Priority == Priority.Urgent | (f.Agent.IsAbsent() & f.Tags.Contains("refund")));
        var matching = await tickets.Matching(Billing, limit: 10, cursor: null, own);
        return $"tagged 'refund', normal or above, two a page: {Numbers(first.Items)}; then {Numbers(second.Items)}; "
            + $"an agent's own search, urgent or nobody's refund: {Numbers(matching.Items)}";
    }

    private async Task<string> PatchAsync()
    {
        var given = await tickets.Update(4, new TicketPatch { Agent = "lee", Priority = Priority.Urgent });
        var patch = JsonSerializer.Deserialize<TicketPatch>("""{ "agent": null, "status": "Waiting" }""", JsonSerializerOptions.Web)!;
        var taken = await tickets.Update(4, patch);
        return $"{given.Agent} has it as {given.Priority}; after the Merge Patch {taken.Agent ?? "nobody"} has it, and it is {taken.Status}";
    }

    private async Task<string> OfPrioritiesAsync()
    {
        var urgent = await tickets.OfPriorities(Billing, [Priority.High, Priority.Urgent]);
        var mine = await tickets.OfQueues([Billing, Network], descending: true, limit: 5);
        return $"high or urgent in {Billing}: {Numbers(urgent)}; the latest of both queues: {Numbers(mine.Items)}; "
            + $"the next to take: {(await tickets.NextOf([Billing, Network]))!.Number}";
    }

    private async Task<string> ReactAsync()
    {
        var comment = await comments.ReactAsync(1, Start.AddHours(5), "thanks");
        var isNewer = await agents.ReportAsync(new Agent("kim", IsAvailable: false, Start.AddHours(-1)));
        await timeEntries.RepriceAsync(1, Start.AddHours(4), amount: 75, "EUR");
        var charged = await timeEntries.ChargedIn(1, "EUR");
        return $"'thanks' counted {comment.Reactions["thanks"]}; a late report of the agent was stored: {isNewer}; "
            + $"charged: {charged.Sum(entry => entry.Charge!.Value.Amount)} EUR";
    }

    private async Task<string> CountAndExistsAsync() =>
        $"{await tickets.CountOf(Network, TicketStatus.Open)} open in {Network}; "
        + $"{await comments.CountOf(1)} comments among {await tickets.ItemsOf(1).CountAsync()} items of ticket 1; it is there: {await tickets.Exists(1)}; "
        + $"customer 9 waits: {await tickets.IsCustomerWaiting(9)}";

    private async Task<string> FileAsync()
    {
        var file = (await tickets.FileOf(1))!;
        var lines = await tickets.ItemsOf(1).Select(Describe).ToListAsync();
        return $"{file.Comments.Count} comments, {file.TimeEntries.Sum(entry => entry.Minutes)} minutes; as they came: {string.Join(", ", lines)}";
    }

    private async Task<string> ScanAsync()
    {
        var exported = await tickets.Export(Start.AddHours(6), segments: 2).CountAsync();
        var kinds = await tickets.Everything(segments: 2).GroupBy(item => item.GetType().Name).CountAsync();
        return $"{exported} exported; escalated {Numbers(await tickets.Escalated().ToListAsync())}; {await tickets.CountAll()} tickets; "
            + $"{kinds} entities in the table";
    }

    private async Task<string> LatestAsync()
    {
        var fresh = await comments.Between(1, descending: false, after: Start.AddHours(2));
        var above = await comments.Between(1, descending: true, before: Start.AddHours(5));
        var unseen = await tickets.OpenedAfter(2, Start.AddHours(5), afterNumber: 5).ToListAsync();
        return $"the last comment: '{(await comments.LatestOf(1))!.Text}'; the oldest in {Billing}: {(await tickets.OldestOf(Billing))!.Number}; "
            + $"the last day: {(await statistics.LatestOf(Billing))!.Day:yyyy-MM-dd}; what was done last: {(await audit.LatestOf(Day))!.Action}; "
            + $"comments behind the first: {Times(fresh)}; above the last, backwards: {Times(above)}; a customer's tickets behind 5: {Numbers(unseen)}";
    }

    private async Task<string> BatchAsync()
    {
        var some = await tickets.GetMany([new(3), new(99), new(1)]);
        var progress = new LatestProgress();
        await comments.ImportAsync(Imported(2, 60), progress);
        var cards = await tickets.CardsOf(new[] { 5, 6 }.Select(number => new Ticket.PrimaryKey(number)).ToAsyncEnumerable()).CountAsync();
        return $"3, 99, 1: {string.Join(", ", some.Select(ticket => ticket?.Subject ?? "none"))}; {progress.Done} comments imported; {cards} cards";
    }

    private async Task<string> UpdateEmailAsync() =>
        $"the address of another: {await customers.UpdateEmail(1, "ben@example.com", "ann@example.com")}; "
        + $"a free one: {await customers.UpdateEmail(1, "ann@example.net", "ann@example.com")}";

    private async Task<string> NamesAsync()
    {
        await tickets.EscalateAsync(5, "lee");
        return $"escalated 5; the customer's tickets: {Numbers(await tickets.OfCustomer(2))}";
    }

    private async Task<string> DetailsAsync()
    {
        var found = await timeEntries.LongOnesOf(1, least: 30);
        return $"{found.Count} of {found.ScannedCount} entries in {found.Requests} request of {found.ConsumedCapacity} units";
    }

    private async Task<string> OutcomesAsync()
    {
        var read = (await tickets.Get(6))!;
        return $"{await tickets.Replace(read with { Subject = "Clearer" })}, {await tickets.Replace(read with { Subject = "Too late" })}, "
            + $"{await tickets.Replace(read with { Number = 99 })}; {await comments.AddAsync(new Comment(1, Start.AddHours(3), "Ann", "Again"))}";
    }

    private async Task<string> PurgeAsync()
    {
        var keys = await comments.KeysOf(2);
        await comments.PurgeAsync(keys);
        return $"{keys.Length} comments deleted; by kim, as PartiQL finds them: {(await statements.CommentsAsync(1, "kim")).Count}";
    }

    private async Task<string> SolveAsync()
    {
        var card = await tickets.SolveAsync(8);
        return $"{card.Number} '{card.Subject}' is {card.Status}";
    }

    private static string Describe(ITicketItem item) => item switch
    {
        Ticket ticket => ticket.Subject,
        Comment comment => $"{comment.Author} wrote",
        TimeEntry entry => $"{entry.Agent} worked {entry.Minutes} min",
        _ => throw new InvalidOperationException($"A {item.GetType().Name} is no part of a ticket."),
    };

    private static async IAsyncEnumerable<Comment> Imported(int number, int count)
    {
        for (var minute = 0; minute < count; minute++)
        {
            await Task.Yield();
            yield return new Comment(number, Start.AddMinutes(minute), "import", $"Line {minute}");
        }
    }

    private static string Times(IEnumerable<Comment> found) =>
        string.Join(", ", found.Select(comment => comment.At.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private static string Numbers(IEnumerable<Ticket> found) => string.Join(", ", found.Select(ticket => ticket.Number));
}
