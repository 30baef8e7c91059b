using DynamoGen.Streams;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Regions.Tests.Streams;

/// <summary>Reads the change stream of one region from its beginning.</summary>
internal static class WholeStream
{
    /// <summary>All records of a table's stream up to now, those of one item in their order.</summary>
    public static async Task<IReadOnlyList<StreamRecord>> ReadAsync(IStreamClient client, string table)
    {
        var records = new List<StreamRecord>();
        var cancellationToken = TestContext.Current.CancellationToken;
        var stream = Assert.Single(await client.ListStreamsAsync(table, cancellationToken));
        var shards = (await client.DescribeStreamAsync(stream.Arn, cancellationToken: cancellationToken)).Shards.ToList();
        while (shards.Count > 0)
        {
            // A shard comes behind its parent.
            var shard = shards.First(one => shards.TrueForAll(other => other.ShardId != one.ParentShardId));
            shards.Remove(shard);
            var iterator = await client.GetShardIteratorAsync(stream.Arn, shard.ShardId, ShardStart.TrimHorizon, cancellationToken);
            while (iterator is not null)
            {
                var page = await client.GetRecordsAsync(iterator, cancellationToken: cancellationToken);
                records.AddRange(page.Records);

                // An open shard has no end.
                iterator = page.Records.Count == 0 ? null : page.NextIterator;
            }
        }

        return records;
    }
}
