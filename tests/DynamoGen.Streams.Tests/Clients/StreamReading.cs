using System.Text;
using DynamoGen.Schema;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>Reads shards as far as they go.</summary>
internal static class StreamReading
{
    /// <summary>The registered client, and the stream of a table.</summary>
    public static async Task<(IStreamClient Client, string Arn)> FindStreamAsync<TTable>(this IServiceProvider services)
        where TTable : class, ITable<TTable>
    {
        var client = services.GetRequiredService<IStreamClient>();
        var table = services.GetRequiredService<DynamoGenOptions>().TableName(TTable.Schema);
        return (client, await client.FindStreamAsync(table, TestContext.Current.CancellationToken));
    }

    /// <summary>Reads a closed shard to its end.</summary>
    public static async Task<List<StreamRecord>> ReadToEndAsync(this IStreamClient client, string streamArn, string shardId, ShardStart start, int limit = 1000)
    {
        var records = new List<StreamRecord>();
        string? iterator = await client.GetShardIteratorAsync(streamArn, shardId, start, TestContext.Current.CancellationToken);
        while (iterator is not null)
        {
            var page = await client.GetRecordsAsync(iterator, limit, TestContext.Current.CancellationToken);
            records.AddRange(page.Records);
            iterator = page.NextIterator;
        }

        return records;
    }

    /// <summary>Reads the closed shards of a stream, each behind its parent, which comes first also where it is listed last.</summary>
    public static async Task<List<(string ShardId, StreamRecord Record)>> ReadClosedShardsAsync(this IStreamClient client, string streamArn)
    {
        var description = await client.DescribeStreamAsync(streamArn, cancellationToken: TestContext.Current.CancellationToken);
        var waiting = description.Shards.ToList();
        var records = new List<(string, StreamRecord)>();
        while (waiting.Count > 0)
        {
            var shard = waiting.First(shard => waiting.TrueForAll(other => other.ShardId != shard.ParentShardId));
            waiting.Remove(shard);
            if (shard.Last is not null)
            {
                records.AddRange((await client.ReadToEndAsync(streamArn, shard.ShardId, ShardStart.TrimHorizon)).Select(record => (shard.ShardId, record)));
            }
        }

        return records;
    }

    public static string Text(this ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
