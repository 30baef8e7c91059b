using DynamoGen.Regions.Tests.Articles;
using DynamoGen.Regions.Tests.Streams;
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
        foreach (var record in await WholeStream.ReadAsync(client, table))
        {
            await handler.HandleAsync(record, cancellationToken);
            if (!record.OldImage.IsEmpty && !record.NewImage.IsEmpty)
            {
                replaced.Add((Mark(record.OldImage), Mark(record.NewImage)));
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
