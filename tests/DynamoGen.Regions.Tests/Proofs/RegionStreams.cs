using DynamoGen.Regions.Tests.Articles;
using DynamoGen.Serialization;
using DynamoGen.Streams;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Regions.Tests.Proofs;

/// <summary>Reads the change stream of one region from its beginning.</summary>
internal static class RegionStreams
{
    /// <summary>Gives every record to a handler, those of one item in their order, and tells which version took the place of which.</summary>
    public static async Task<IReadOnlyList<(string Before, string After)>> ReadAsync(
        IStreamClient client, string table, IStreamHandler handler, CancellationToken cancellationToken)
    {
        var replaced = new List<(string Before, string After)>();
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
                foreach (var record in page.Records)
                {
                    await handler.HandleAsync(record, cancellationToken);
                    if (!record.OldImage.IsEmpty && !record.NewImage.IsEmpty)
                    {
                        replaced.Add((Mark(record.OldImage), Mark(record.NewImage)));
                    }
                }

                // An open shard has no end.
                iterator = page.Records.Count == 0 ? null : page.NextIterator;
            }
        }

        return replaced;
    }

    private static string Mark(ReadOnlyMemory<byte> image)
    {
        var reader = new WireReader(image.Span);
        return reader.ReadItem<Article, Article.Marshaller>().Mark!;
    }
}
