using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Tests.Processing;
using DynamoGen.Streams.Tests.Records;
using DynamoGen.Streams.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Fences;

/// <summary>Failed records in a table, and how they are fed again.</summary>
public sealed class FailedRecordTests(StreamServer server)
{
    [Fact]
    public async Task A_record_is_kept_whole_with_the_reason_and_without_values()
    {
        await using var services = await server.CreateAsync<ShopTable>(_ => { });
        var table = await TableAsync(services);
        var at = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
        await table.AddAsync(new("h", ScriptedHandler.Record("a2"), new ArgumentException("secret"), 3, at));
        await table.AddAsync(new("h", ScriptedHandler.Record("b1"), new ItemFormatException("Order", "Id", "N", "S"), 1, at));
        await table.AddAsync(new("other", ScriptedHandler.Record("c3"), new ArgumentException(), 1, at));

        var kept = await table.ReadAsync("h").ToListAsync();

        Assert.Equal(["b1", "a2"], kept.Select(failure => ScriptedHandler.Of(failure.Record).ToString()));
        Assert.Equal(ScriptedHandler.Json("a2").Trim(), System.Text.Encoding.UTF8.GetString(kept[1].Record.Json.Span));
        Assert.Equal(("System.ArgumentException", null, 3, at), (kept[1].Reason, kept[1].Message, kept[1].Attempts, kept[1].FailedAt));
        Assert.Contains("Order", kept[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_larger_than_an_item_is_kept_in_several()
    {
        await using var services = await server.CreateAsync<ShopTable>(_ => { });
        var table = await TableAsync(services);
        var random = new Random(1);
        var image = $$$"""{"pk":{"S":"a"},"data":{"B":"{{{Convert.ToBase64String(Bytes(random, 380_000))}}}"} }""";
        var old = $$$"""{"pk":{"S":"a"},"data":{"B":"{{{Convert.ToBase64String(Bytes(random, 390_000))}}}"} }""";
        var record = Event.Read(Event.Json("MODIFY", old, image, "7"));
        await table.AddAsync(new("h", record, new TimeoutException(), 1, DateTimeOffset.UnixEpoch));
        await table.AddAsync(new("h", ScriptedHandler.Record("a9"), new TimeoutException(), 1, DateTimeOffset.UnixEpoch));

        var kept = await table.ReadAsync("h").ToListAsync();
        Assert.Equal(2, kept.Count);
        Assert.True(kept[0].Record.Json.Span.SequenceEqual(record.Json.Span));

        await table.DeleteAsync(kept[0]);
        Assert.Single(await table.ReadAsync("h").ToListAsync());
    }

    [Fact]
    public async Task Records_are_fed_again_in_order_and_those_behind_a_failure_wait()
    {
        await using var services = await server.CreateAsync<ShopTable>(_ => { });
        var table = await TableAsync(services);
        foreach (var change in new[] { "a1", "b2", "a3", "b4", "c5", "d6" })
        {
            await table.AddAsync(new("h", ScriptedHandler.Record(change), new TimeoutException(), 1, DateTimeOffset.UnixEpoch));
        }

        var fence = new MemoryFence();
        await fence.PassAsync("h", ScriptedHandler.Record("d7").Change);
        var handler = new ScriptedHandler { Fails = change => change.Number == 2 };

        Assert.Equal(new(Handled: 3, Outdated: 1, Failed: 2), await table.ReplayAsync(handler, "h", fence));
        Assert.Equal(["a1", "a3", "c5"], handler.Handled);

        handler.Fails = _ => false;
        var left = await table.ReadAsync("h").ToListAsync();
        Assert.Equal([2, 1], left.Select(failure => failure.Attempts));
        Assert.Equal("System.InvalidOperationException", left[0].Reason);
        Assert.Equal(new(Handled: 2, Outdated: 0, Failed: 0), await table.ReplayAsync(handler, "h", fence));
        Assert.Empty(await table.ReadAsync("h").ToListAsync());
    }

    [Fact]
    public async Task A_limit_takes_the_oldest_and_one_record_is_found_by_its_number()
    {
        await using var services = await server.CreateAsync<ShopTable>(_ => { });
        var table = await TableAsync(services);
        foreach (var change in new[] { "a1", "b2", "c12" })
        {
            await table.AddAsync(new("h", ScriptedHandler.Record(change), new TimeoutException(), 1, DateTimeOffset.UnixEpoch));
        }

        var handler = new ScriptedHandler();
        Assert.Equal(new(Handled: 1, Outdated: 0, Failed: 0), await table.ReplayAsync(handler, "h", limit: 1));
        Assert.Equal(["a1"], handler.Handled);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await table.ReplayAsync(handler, "h", limit: 0));

        Assert.Equal("b2", ScriptedHandler.Of((await table.FindAsync("h", SequenceNumber.Parse("0002")))!.Record).ToString());
        Assert.Null(await table.FindAsync("h", SequenceNumber.Parse("0001")));
        Assert.Null(await table.FindAsync("other", SequenceNumber.Parse("0002")));
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static async Task<FailedRecordTable> TableAsync(IServiceProvider services)
    {
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(FailedRecordTable.Table);
        return new(services.GetRequiredService<IAmazonDynamoDB>(), services.GetRequiredService<DynamoGenOptions>());
    }
}
