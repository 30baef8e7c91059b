using System.Text;
using DynamoGen.Keys;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.TableShards;

/// <summary>One item of a table whose partition key is spread over shards is read and written by one request: its sort key names its shard.</summary>
public sealed class ShardedItemTests(LocalServer server) : JournalTest(server)
{
    [Fact]
    public async Task The_items_of_a_partition_are_spread_over_all_shards()
    {
        await PutAsync(200, Day);

        var shards = (await PartitionKeysAsync()).CountBy(key => key).ToArray();

        Assert.Equal(Enumerable.Range(0, 10).Select(shard => $"DAY#2026-06-01#{shard}"), shards.Select(shard => shard.Key).Order(StringComparer.Ordinal));
        Assert.All(shards, shard => Assert.InRange(shard.Value, 5, 45));
    }

    [Fact]
    public void A_shard_is_the_hash_of_the_sort_key_and_never_changes()
    {
        var item = NewEvent(1, Day);
        var sortKey = Event.Keys.Primary.SortKey(item.At, item.Id);

        Assert.Equal("2026-06-01T00:00:07.0000000Z#0000000001", sortKey);
        Assert.Equal(ShardNumber.ShardOf(default, Encoding.UTF8.GetBytes(sortKey), 10), Event.Keys.Primary.ShardOf(item.At, item.Id));
        Assert.Equal(Event.Keys.Primary.ShardOf(item.At, item.Id), Event.Keys.BySize.ShardOf(item.At, item.Id));
        Assert.Equal([7, 0, 9, 8, 4], Enumerable.Range(0, 5).Select(number => Event.Keys.Primary.ShardOf(NewEvent(number, Day).At, number)));
    }

    [Fact]
    public void A_key_is_read_back_without_its_shard()
    {
        Assert.True(Event.Keys.Primary.TryParsePartitionKey(Event.Keys.Primary.PartitionKey(Day, 7), out var day));
        Assert.Equal(Day, day);
        Assert.False(Event.Keys.Primary.TryParsePartitionKey("DAY#2026-06-01", out _));
    }

    [Fact]
    public async Task An_item_is_read_and_written_by_one_request()
    {
        var events = await PutAsync(30, Day);
        foreach (var item in events)
        {
            Assert.Equal(item, await Events.Get(item.Day, item.At, item.Id));
            Assert.Equal("new", (await Events.UpdateText(item.Day, item.At, item.Id, "new")).Text);
        }

        var first = (await Events.Get(Day, events[0].At, events[0].Id))!;
        await Events.Replace(first with { Text = "newer" });
        Assert.Equal("newer", (await Events.Get(Day, first.At, first.Id))?.Text);
        using var spans = new Spans("IEvents.Exists");
        Assert.True(await Events.Exists(Day, first.At, first.Id));
        Assert.Equal(1, Assert.Single(spans.Ended).Requests);

        Assert.All(await Task.WhenAll(events.Select(item => Events.Delete(item.Day, item.At, item.Id).AsTask())), Assert.True);
        Assert.False(await Events.Exists(Day, first.At, first.Id));
        Assert.Empty(await PartitionKeysAsync());
    }

    [Fact]
    public async Task An_update_that_makes_its_item_puts_it_into_its_shard_and_its_indexes()
    {
        var item = NewEvent(3, Day);
        await Events.UpsertSize(Day, item.At, item.Id, 5, "ann");

        Event[] made = [item with { Size = 5, Author = "ann" }];
        Assert.Equal(made, await Events.Of(Day).ToArrayAsync(Cancellation));
        Assert.Equal(made, await Events.By("ann").ToArrayAsync(Cancellation));
        Assert.Equal(made, (await Events.LargestOf(Day, 5, null)).Items);
        await Events.Replace(made[0]);
        Assert.Single(await PartitionKeysAsync());
    }

    [Fact]
    public async Task Batches_find_the_shard_of_each_item()
    {
        var events = await PutAsync(120, Day);
        Event.PrimaryKey[] keys = [.. events.Select(item => new Event.PrimaryKey(item.Day, item.At, item.Id))];

        Assert.Equal(events, (await Events.GetMany(keys).ToArrayAsync(Cancellation)).OrderBy(item => item.At));
        Assert.Equal(keys, await Events.KeysOf(Day).ToArrayAsync(Cancellation));

        await Events.DeleteMany(keys.Skip(20));
        Assert.Equal(events.Take(20), await Events.Of(Day).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Transactions_find_the_shard_of_each_item()
    {
        var transactions = Services.GetRequiredService<ITransactions>();
        var events = NewEvents(40, Day);
        await transactions.WriteAsync([.. events.Select(Events.PutAction)]);

        Assert.Equal(events, await transactions.ReadAsync([.. events.Select(item => Events.Read(item.Day, item.At, item.Id))]));

        await transactions.WriteAsync([.. events.Select(item => Events.DeleteAction(item.Day, item.At, item.Id))]);
        Assert.Empty(await PartitionKeysAsync());
    }

    [Fact]
    public async Task An_index_that_is_spread_too_keeps_up_with_updates()
    {
        var events = await PutAsync(30, Day);
        foreach (var item in events.Where(item => item.Author == "a1"))
        {
            await Events.UpdateAuthor(item.Day, item.At, item.Id, "a2");
        }

        Assert.Empty(await Events.By("a1").ToArrayAsync(Cancellation));
        Assert.Equal(
            events.Where(item => item.Author != "a0").Select(item => item.Id),
            (await Events.By("a2").ToArrayAsync(Cancellation)).Select(item => item.Id));

        // A put makes the same key of the index as the update did.
        var moved = await Events.By("a2").FirstAsync(item => item.Id == 1, Cancellation);
        await Events.Replace(moved with { Text = "again" });
        Assert.Single(await Events.By("a2").Where(item => item.Id == 1).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_unique_value_has_its_marker_beside_the_shards()
    {
        await Notes.Create(new Note(Day, 1, "one"));

        await Assert.ThrowsAsync<UniqueConstraintException>(async () => await Notes.Create(new Note(Day, 2, "one")));
        Assert.Contains("TITLE#one", await PartitionKeysAsync());

        await Notes.Delete(new Note(Day, 1, "one"));
        Assert.Empty(await PartitionKeysAsync());
    }
}
