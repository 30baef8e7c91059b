using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Writes;

public sealed class PagePatternTests(LocalServer server) : TicketTest(server)
{
    [Fact]
    public async Task Pages_of_a_filtered_query_go_on_while_time_passes()
    {
        for (var number = 0; number < 20; number++)
        {
            await Repository.Put(new Ticket("p", number) { Priority = number % 2, ExpiresAt = number == 3 ? Clock.GetUtcNow() : null });
        }

        var numbers = await Walk(cursor =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Repository.Page("p", 1, 4, cursor);
        });

        Assert.Equal(Enumerable.Range(0, 20).Where(number => number % 2 == 1 && number != 3), numbers);
    }

    [Fact]
    public async Task Pages_of_a_key_that_is_spread_over_shards_are_in_order()
    {
        for (var number = 0; number < 20; number++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Repository.Put(new Ticket("p", number));
        }

        Assert.Equal(Enumerable.Range(0, 20).Reverse(), await Walk(cursor => Repository.LatestWithStatus("p", TicketStatus.Open, 3, cursor)));
    }

    [Fact]
    public async Task A_cursor_of_other_parameters_is_refused()
    {
        for (var number = 0; number < 5; number++)
        {
            await Repository.Put(new Ticket("p", number) { Priority = 1 });
        }

        var page = await Repository.Page("p", 0, 2, null);

        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Repository.Page("p", 1, 2, page.Cursor));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Repository.Page("q", 0, 2, page.Cursor));
    }

    private static async Task<List<int>> Walk(Func<string?, ValueTask<Page<Ticket>>> read)
    {
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            numbers.AddRange(page.Items.Select(ticket => ticket.Number));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return numbers;
    }
}
