using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.TableShards;

/// <summary>All shards of a table's partition are asked at once, and merged in the order of the sort key.</summary>
public sealed class ShardedPartitionTests(LocalServer server) : JournalTest(server)
{
    private static readonly DateOnly Next = Day.AddDays(1);

    [Fact]
    public async Task All_shards_are_read_in_the_order_of_the_sort_key()
    {
        var events = await PutAsync(200, Day);
        await PutAsync(20, Next);
        using var spans = new Spans("IEvents.Of");

        Assert.Equal(events, await Events.Of(Day).ToArrayAsync(Cancellation));
        Assert.Equal(10, Assert.Single(spans.Ended).Requests);
        Assert.Equal(events.Reverse().Take(33), await Events.LatestOf(Day, 33));
        Assert.Equal(events[^1], await Events.LastOf(Day));
        Assert.Null(await Events.LastOf(Day.AddDays(9)));
    }

    [Fact]
    public async Task A_range_a_limit_and_a_filter_hold_over_all_shards()
    {
        var events = await PutAsync(120, Day);
        var (from, to) = (events[30].At, events[90].At);

        Assert.Equal(events[30..91], await Events.Of(Day, from, to).ToArrayAsync(Cancellation));
        Assert.Equal(events[30..37], await Events.Of(Day, from, limit: 7).ToArrayAsync(Cancellation));
        Assert.Empty(await Events.Of(Day, to, from).ToArrayAsync(Cancellation));
        Assert.Equal(events.Where(item => item.Size > 60), await Events.Above(Day, 60).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task One_cursor_pages_through_all_shards()
    {
        var events = await PutAsync(200, Day);

        Assert.Equal(events, await WalkAsync(cursor => Events.PageOf(Day, 7, cursor)));
        Assert.Equal(events.Reverse(), await WalkAsync(cursor => Events.LatestPageOf(Day, 31, cursor)));
        var first = await Events.PageOf(Day, 7, null);
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Events.PageOf(Next, 7, first.Cursor));
    }

    [Fact]
    public async Task Items_are_counted_and_asked_for_over_all_shards()
    {
        var events = await PutAsync(130, Day);

        Assert.Equal(130, await Events.CountOf(Day));
        Assert.Equal(100, await Events.CountOf(Day, events[30].At));
        Assert.Equal(0, await Events.CountOf(Next));
        Assert.True(await Events.ExistsAbove(Day, events.Max(item => item.Size) - 1));
        Assert.False(await Events.ExistsAbove(Day, events.Max(item => item.Size)));
    }

    [Fact]
    public async Task Several_partitions_are_asked_in_each_shard()
    {
        var expected = (await PutAsync(60, Day)).Concat(await PutAsync(40, Next)).ToArray();
        await PutAsync(30, Day.AddDays(5));

        Assert.Equal(expected, await WalkAsync(cursor => Events.OnDays([Next, Day], 9, cursor)));
        await Assert.ThrowsAsync<ItemValueException>(
            async () => await Events.OnDays([.. Enumerable.Range(0, 11).Select(Day.AddDays)], 9, null));
    }

    [Fact]
    public async Task A_local_index_has_the_shards_of_its_table()
    {
        var events = await PutAsync(90, Day);

        var largest = await WalkAsync(cursor => Events.LargestOf(Day, 8, cursor));

        Assert.Equal(events.Select(item => item.Size).OrderDescending(), largest.Select(item => item.Size));
        Assert.Equal(events.Select(item => item.At), largest.Select(item => item.At).Order());
    }

    [Fact]
    public async Task An_index_that_is_sorted_by_the_partition_key_finds_items_of_any_shard()
    {
        foreach (var item in await PutAsync(20, Day))
        {
            Assert.Equal(item, await Events.Turned(item.At, item.Id, Day));
            Assert.Null(await Events.Turned(item.At, item.Id, Next));
        }
    }

    [Fact]
    public async Task Items_of_several_entities_are_read_from_all_shards()
    {
        var events = await PutAsync(25, Day);
        var notes = Enumerable.Range(0, 12).Select(number => new Note(Day, number, $"n{number}")).ToArray();
        foreach (var note in notes)
        {
            await Notes.Create(note);
        }

        Assert.Equal([.. events, .. notes], await Events.EntriesOf(Day).ToArrayAsync(Cancellation));

        using var spans = new Spans("IEvents.FileOf");
        var file = (await Events.FileOf(Day))!;
        Assert.Equal(events, file.Events);
        Assert.Equal(notes, file.Notes);
        Assert.Equal(10, Assert.Single(spans.Ended).Requests);

        var cut = (await Events.FileOf(Day, 27))!;
        Assert.Equal(events, cut.Events);
        Assert.Equal(notes.Take(2), cut.Notes);
        Assert.Null(await Events.FileOf(Next));
    }
}
