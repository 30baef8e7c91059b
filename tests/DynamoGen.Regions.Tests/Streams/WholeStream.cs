using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using DynamoGen.Transport;

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
                var page = await ReadPageAsync(client, iterator, cancellationToken);
                records.AddRange(page.Records);

                // An open shard has no end.
                iterator = page.Records.Count == 0 ? null : page.NextIterator;
            }
        }

        return records;
    }

    /// <summary>The largest page that the client takes: the service ends a page at 1 MB, and DynamoDB Local at no size.</summary>
    private static async Task<RecordPage> ReadPageAsync(IStreamClient client, string iterator, CancellationToken cancellationToken)
    {
        for (var most = 1000; ; most /= 2)
        {
            try
            {
                return await client.GetRecordsAsync(iterator, most, cancellationToken);
            }
            catch (ResponseTooLargeException) when (most > 1)
            {
            }
        }
    }
}
