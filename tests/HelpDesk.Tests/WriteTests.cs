using System.Text.Json;
using DynamoGen;
using DynamoGen.Testing;
using HelpDesk.People;
using HelpDesk.Statistics;
using HelpDesk.Tickets;
using HelpDesk.Tour;
using Microsoft.Extensions.Time.Testing;
using static HelpDesk.Tour.SampleData;

namespace HelpDesk.Tests;

/// <summary>The forms that write, by their numbers, each against a help desk of its own.</summary>
public sealed class WriteTests : IAsyncLifetime
{
    private LocalTables? _tables;

    private ITickets Tickets => Get<ITickets>();

    private IComments Comments => Get<IComments>();

    public async ValueTask InitializeAsync() => _tables = await FilledDesk.CreateAsync();

    public ValueTask DisposeAsync() => _tables?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Form_1_the_counter_of_a_day_begins_with_its_first_ticket()
    {
        Assert.Equal(new DailyStatistics(Billing, Day) { Opened = 8 }, await Get<IDailyStatistics>().LatestOf(Billing));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get<IDailyStatistics>().UpsertSolved(Billing, Day.AddDays(1), by: 2).AsTask()));

        Assert.Equal(new DailyStatistics(Billing, Day.AddDays(1)) { Solved = 40 }, await Get<IDailyStatistics>().LatestOf(Billing));
    }

    [Fact]
    public async Task Form_1_a_ticket_and_its_count_are_written_together_or_not_at_all()
    {
        await Assert.ThrowsAsync<TransactionFailedException>(() => Get<Reception>().OpenAsync(TicketOf(1)).AsTask());

        Assert.Equal(8, (await Get<IDailyStatistics>().LatestOf(Billing))!.Opened);
    }

    [Fact]
    public async Task Form_1_a_limit_holds_and_begins_anew_when_it_has_expired()
    {
        Assert.True(await Get<Reception>().OpenAsync(TicketOf(13)));
        Assert.False(await Get<Reception>().OpenAsync(TicketOf(16)));
        Assert.Null(await Tickets.Get(16));

        Get<FakeTimeProvider>().Advance(TimeSpan.FromHours(2));

        Assert.True(await Get<Reception>().OpenAsync(TicketOf(16)));
        Assert.Equal(1, (await Get<IRateLimits>().Get(1))!.Used);
    }

    [Fact]
    public async Task Form_3_a_patch_changes_what_is_given()
    {
        var patched = await Tickets.Update(4, new TicketPatch { Agent = "lee", Status = TicketStatus.Waiting });

        Assert.Equal(("lee", TicketStatus.Waiting, "Question 4", Priority.Low), (patched.Agent, patched.Status, patched.Subject, patched.Priority));
        var missing = await Assert.ThrowsAsync<ConditionFailedException>(() => Tickets.Update(99, new TicketPatch { Agent = "lee" }).AsTask());
        Assert.Equal(ConditionFailureReason.NotFound, missing.Reason);
    }

    [Fact]
    public async Task Form_3_a_merge_patch_removes_by_null_and_names_nothing_else()
    {
        var patch = JsonSerializer.Deserialize<TicketPatch>("""{ "agent": null, "tags": ["vip"], "priority": "High" }""", JsonSerializerOptions.Web)!;

        var patched = await Tickets.Update(4, patch);

        Assert.Null(patched.Agent);
        Assert.Equal(["vip"], patched.Tags);
        Assert.Equal(Priority.High, patched.Priority);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TicketPatch>("""{ "customerId": 2 }""", JsonSerializerOptions.Web));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TicketPatch>("""{ "priority": "Highest" }""", JsonSerializerOptions.Web));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TicketPatch>("""{ "subject": null }""", JsonSerializerOptions.Web));
    }

    [Fact]
    public async Task Form_5_reactions_are_counted_by_names_that_nobody_knows_before()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Comments.ReactAsync(1, Start.AddHours(3), "#thanks a lot!").AsTask()));
        var comment = await Comments.ReactAsync(1, Start.AddHours(3), "why");

        Assert.Equal(new() { ["#thanks a lot!"] = 10, ["why"] = 1 }, comment.Reactions);
    }

    [Fact]
    public async Task Form_5_a_report_is_stored_unless_a_newer_one_is()
    {
        var agents = Get<IAgents>();

        Assert.True(await agents.ReportAsync(new Agent("lee", IsAvailable: true, Start)));
        Assert.True(await agents.ReportAsync(new Agent("lee", IsAvailable: false, Start.AddMinutes(2))));
        Assert.False(await agents.ReportAsync(new Agent("lee", IsAvailable: true, Start.AddMinutes(1))));
        Assert.False((await agents.Get("lee"))!.IsAvailable);
    }

    [Fact]
    public async Task Form_5_a_charge_is_found_and_changed_by_the_names_of_its_elements()
    {
        var entries = Get<ITimeEntries>();

        Assert.Equal(60, Assert.Single(await entries.ChargedIn(1, "EUR")).Charge!.Value.Amount);
        Assert.Empty(await entries.ChargedIn(1, "USD"));
        Assert.False(await entries.RepriceAsync(1, Start.AddHours(4), amount: 90, "USD"));
        Assert.False(await entries.RepriceAsync(1, Start.AddHours(2), amount: 90, "EUR"));
        Assert.True(await entries.RepriceAsync(1, Start.AddHours(4), amount: 90, "EUR"));
        Assert.Equal((90m, "EUR"), Assert.Single(await entries.ChargedIn(1, "EUR", least: 61)).Charge);
    }

    [Fact]
    public async Task Form_10_an_import_takes_comments_as_they_arrive_and_tells_its_progress()
    {
        var progress = new LatestProgress();

        await Comments.ImportAsync(AsyncEnumerable.Range(0, 60).Select(i => new Comment(2, Start.AddMinutes(i), "import", $"Line {i}")), progress);

        Assert.Equal(60, progress.Done);
        Assert.Equal(60, (await Tickets.FileOf(2))!.Comments.Count);
    }

    [Fact]
    public async Task Form_10_two_tickets_are_merged_in_batches_of_both_entities()
    {
        var before = (await Tickets.FileOf(1))!;
        await Comments.ImportAsync(AsyncEnumerable.Range(0, 60).Select(i => new Comment(1, Start.AddMinutes(i), "import", $"Line {i}")), new LatestProgress());

        Assert.Equal(65, await Get<TicketMerge>().MergeAsync(from: 1, into: 2));

        var (left, merged) = ((await Tickets.FileOf(1))!, (await Tickets.FileOf(2))!);
        Assert.Equal("Merged into 2.", Assert.Single(left.Comments).Text);
        Assert.Empty(left.TimeEntries);
        Assert.Equal(63, merged.Comments.Count);
        Assert.Equal(before.TimeEntries.Select(entry => entry with { Number = 2 }), merged.TimeEntries);
        Assert.Equal(0, await Get<TicketMerge>().MergeAsync(from: 99, into: 2));
    }

    [Fact]
    public async Task Form_11_an_address_is_one_customers_alone_and_free_once_it_is_given_up()
    {
        var customers = Get<ICustomers>();

        Assert.Equal(WriteOutcome.NotUnique, await customers.UpdateEmail(1, "ben@example.com", emailBefore: "ann@example.com"));
        Assert.Equal(WriteOutcome.Written, await customers.UpdateEmail(1, "ann@example.net", emailBefore: "ann@example.com"));
        Assert.Equal(WriteOutcome.Written, await customers.Create(new Customer(4, "Anna", "ann@example.com")));
        Assert.Equal(WriteOutcome.NotUnique, await customers.Create(new Customer(5, "Ann", "ann@example.net")));

        await customers.Delete((await customers.Get(4))!);

        Assert.Equal(WriteOutcome.Written, await customers.Create(new Customer(5, "Ann", "ann@example.com")));
    }

    [Fact]
    public async Task Form_12_a_ticket_is_escalated_unless_it_is_solved()
    {
        await Tickets.EscalateAsync(5, "lee");
        await Tickets.Update(7, new TicketPatch { Status = TicketStatus.Solved });

        var refused = await Assert.ThrowsAsync<ConditionFailedException>(() => Tickets.EscalateAsync(7, "lee"));

        Assert.Equal(ConditionFailureReason.Condition, refused.Reason);
        Assert.Equal([2, 5, 11], (await Tickets.Escalated().ToListAsync()).Select(ticket => ticket.Number).Order());
    }

    [Fact]
    public async Task Form_14_a_write_says_why_it_was_not_made()
    {
        var read = (await Tickets.Get(6))!;

        Assert.Equal(WriteOutcome.Written, await Tickets.Replace(read with { Subject = "Clearer" }));
        Assert.Equal(WriteOutcome.StaleLock, await Tickets.Replace(read with { Subject = "Too late" }));
        Assert.Equal(WriteOutcome.NotFound, await Tickets.Replace(read with { Number = 99 }));
        Assert.Equal(WriteOutcome.AlreadyExists, await Comments.AddAsync(new Comment(1, Start.AddHours(3), "Ann", "Again")));
        Assert.Equal("Clearer", (await Tickets.Get(6))!.Subject);
    }

    [Fact]
    public async Task Form_15_the_comments_of_a_ticket_are_deleted_and_all_else_stays()
    {
        await Comments.PurgeAsync(await Comments.KeysOf(1));

        var file = await Tickets.FileOf(1);
        Assert.Empty(file!.Comments);
        Assert.Equal(2, file.TimeEntries.Count);
    }

    [Fact]
    public async Task Form_16_a_ticket_is_solved_once_and_its_card_is_shown()
    {
        Assert.Equal(new TicketCard(8, "Question 8", TicketStatus.Solved), await Tickets.SolveAsync(8));

        await Assert.ThrowsAsync<ConditionFailedException>(() => Tickets.SolveAsync(8).AsTask());
    }

    private T Get<T>()
        where T : notnull => _tables!.Get<T>();
}
