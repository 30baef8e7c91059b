using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>Shards that DynamoDB Local closes and continues in a child, on a server of the test's own: a rollover is one of all streams.</summary>
public sealed class RolloverTests
{
    private const int Generations = 3;
    private const int OfGeneration = 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_generations_are_read_to_their_ends_children_behind_parents_and_every_record_once()
    {
        await using var local = await DynamoDbLocal.StartAsync(cancellationToken: Cancellation);
        await using var services = await StreamServer.CreateAsync<Readings>(
            local.Endpoint.ToString(), static builder => builder.AddRepository<IReadings>());
        var readings = services.GetRequiredService<IReadings>();
        var (client, arn) = await services.FindStreamAsync<Readings>();
        for (var number = 0; number < Generations * OfGeneration; number++)
        {
            await readings.Put(new("a", number));
            if (number % OfGeneration == OfGeneration - 1)
            {
                await local.RollOverShardsAsync(Cancellation);
            }
        }

        var read = await client.ReadClosedShardsAsync(arn);
        var shards = (await client.DescribeStreamAsync(arn, cancellationToken: Cancellation)).Shards;

        Assert.Equal(Generations * OfGeneration, read.Count);
        Assert.Equal(Enumerable.Repeat(OfGeneration, Generations), read.GroupBy(read => read.ShardId).Select(shard => shard.Count()));
        var numbers = read.Select(read => read.Record.Change.SequenceNumber).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(Generations + 1, shards.Count);
        Assert.Single(shards, shard => shard.ParentShardId is null);
        Assert.Single(shards, shard => shard.Last is null);
        Assert.Equal(shards.SkipLast(1).Select(shard => shard.ShardId), shards.Skip(1).Select(shard => shard.ParentShardId));
    }

    [Fact]
    public async Task A_rollover_of_a_server_that_has_ended_fails()
    {
        var local = await DynamoDbLocal.StartAsync(cancellationToken: Cancellation);
        using (var process = System.Diagnostics.Process.GetProcessById(local.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        await Assert.ThrowsAsync<DynamoDbLocalException>(() => local.RollOverShardsAsync(Cancellation));
        await local.DisposeAsync();
    }
}
