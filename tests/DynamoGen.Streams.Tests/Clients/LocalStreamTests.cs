using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>The stream of a table that a repository writes to, on DynamoDB Local.</summary>
public sealed class LocalStreamTests(StreamServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_of_a_repository_are_read_in_their_order()
    {
        await using var services = await CreateAsync();
        var readings = services.GetRequiredService<IReadings>();
        await readings.Put(new("a", 1) { Value = 1 });
        await readings.Put(new("a", 1) { Value = 2 });
        await readings.Delete(new("a", 1));

        var (client, arn) = await services.FindStreamAsync<Readings>();
        var records = await ReadAsync(client, arn, 3);

        Assert.Equal([ChangeKind.Inserted, ChangeKind.Modified, ChangeKind.Removed], records.Select(record => record.Change.Kind));
        Assert.All(records, record => Assert.Contains("SENSOR#a", record.Keys.Text(), StringComparison.Ordinal));
        Assert.Equal([false, true, true], records.Select(record => record.OldImage.Length > 0));
        Assert.Equal([true, true, false], records.Select(record => record.NewImage.Length > 0));
        Assert.Equal(records.Select(record => record.Change.SequenceNumber).Order(), records.Select(record => record.Change.SequenceNumber));
        Assert.Equal(RemovalCause.Program, records[2].Change.RemovalCause);
    }

    [Fact]
    public async Task A_stream_is_described_as_the_table_declares_it()
    {
        await using var services = await CreateAsync();
        var (client, arn) = await services.FindStreamAsync<Readings>();

        var description = await client.DescribeStreamAsync(arn, cancellationToken: Cancellation);

        Assert.IsType<StreamClient>(client);
        Assert.True(description.IsOpen);
        Assert.Equal(StreamView.NewAndOldImages, description.View);
        var shard = Assert.Single(description.Shards, shard => shard.Last is null);
        Assert.NotNull(shard.First);
    }

    [Fact]
    public async Task A_reader_begins_at_a_record_behind_one_and_behind_all()
    {
        await using var services = await CreateAsync();
        var readings = services.GetRequiredService<IReadings>();
        for (var number = 0; number < 4; number++)
        {
            await readings.Put(new("a", number));
        }

        var (client, arn) = await services.FindStreamAsync<Readings>();
        var second = (await ReadAsync(client, arn, 4))[1].Change.SequenceNumber;
        var shard = (await client.DescribeStreamAsync(arn, cancellationToken: Cancellation)).Shards[^1].ShardId;

        Assert.Equal(3, await CountAsync(ShardStart.At(second)));
        Assert.Equal(2, await CountAsync(ShardStart.After(second)));
        Assert.Equal(0, await CountAsync(ShardStart.Latest));

        async Task<int> CountAsync(ShardStart start)
        {
            var iterator = await client.GetShardIteratorAsync(arn, shard, start, Cancellation);
            return (await client.GetRecordsAsync(iterator, cancellationToken: Cancellation)).Records.Count;
        }
    }

    [Fact]
    public async Task What_the_time_to_live_removes_is_seen()
    {
        await using var services = await CreateAsync();
        await services.GetRequiredService<IReadings>().Put(new("a", 1) { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1) });

        var (client, arn) = await services.FindStreamAsync<Readings>();
        var records = await ReadAsync(client, arn, 2, rounds: 300);
        Assert.SkipUnless(records.Count == 2, "DynamoDB Local, which expires items when it comes to it, did not expire this one while it was watched.");
        var removed = records[1].Change;

        // DynamoDB Local leaves out who removed the item, which AWS says.
        Assert.Equal((ChangeKind.Removed, RemovalCause.Program), (removed.Kind, removed.RemovalCause));
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        await using var services = await CreateAsync();
        var (client, arn) = await services.FindStreamAsync<Readings>();
        var another = arn[..^1] + (arn.EndsWith('9') ? '8' : '9');

        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await client.FindStreamAsync("none", Cancellation));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await client.DescribeStreamAsync(another, null, Cancellation));
        await Assert.ThrowsAsync<StreamNotFoundException>(
            async () => await client.GetShardIteratorAsync(arn, "shardId-00000000000000000000-00000000", ShardStart.TrimHorizon, Cancellation));
    }

    /// <summary>Reads until so many records have come; the shards are few, and each is begun anew.</summary>
    private static async Task<List<StreamRecord>> ReadAsync(IStreamClient client, string arn, int count, int rounds = int.MaxValue)
    {
        for (var round = 1; ; round++)
        {
            var records = new List<StreamRecord>();
            foreach (var shard in (await client.DescribeStreamAsync(arn, cancellationToken: Cancellation)).Shards)
            {
                var iterator = await client.GetShardIteratorAsync(arn, shard.ShardId, ShardStart.TrimHorizon, Cancellation);
                records.AddRange((await client.GetRecordsAsync(iterator, cancellationToken: Cancellation)).Records);
            }

            if (records.Count >= count || round == rounds)
            {
                return records;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }
    }

    private Task<ServiceProvider> CreateAsync() => server.CreateAsync<Readings>(static builder => builder.AddRepository<IReadings>());
}
