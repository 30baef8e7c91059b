using HelpDesk.Audit;
using static HelpDesk.Tour.SampleData;

namespace HelpDesk.Tests;

/// <summary>The audit of a day, whose partition of the table is spread over 4 shards.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task What_is_done_is_written_to_all_shards_and_read_in_the_order_of_time()
    {
        await using var tables = await FilledDesk.CreateAsync();
        var audit = tables.Get<IAuditEntries>();
        var day = Day.AddDays(9);
        var entries = Enumerable.Range(0, 60).Select(number => new AuditEntry(day, Start.AddDays(9).AddMinutes(number), "kim", $"did {number}")).ToArray();
        await audit.PutMany(entries);

        Assert.Equal(4, entries.Select(entry => AuditEntry.Keys.Primary.ShardOf(entry.At, entry.Agent)).Distinct().Count());
        Assert.Equal(entries, await audit.Of(day));
        Assert.Equal(entries[40..], await audit.Of(day, from: entries[40].At));
        Assert.Equal(entries[17], await audit.Get(day, entries[17].At, "kim"));
        Assert.Null(await audit.Get(day, entries[17].At, "lee"));
        Assert.False(await audit.AddAsync(entries[17] with { Action = "did it again" }));
        Assert.Equal(entries[^1], await audit.LatestOf(day));

        var paged = new List<AuditEntry>();
        string? cursor = null;
        do
        {
            var page = await audit.PageOf(day, limit: 7, cursor);
            paged.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(entries.Reverse(), paged);
    }
}
