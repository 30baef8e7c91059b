using DynamoGen.Streams.Fences;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>How a sink writes to Elasticsearch.</summary>
public sealed record ElasticsearchSinkOptions
{
    /// <summary>The most changes of a batch.</summary>
    public int MaxBatchRecords { get; init; } = 500;

    /// <summary>The bytes of new images after which a batch is sent in another request; Elasticsearch takes 100 MB by default and likes some.</summary>
    public int MaxRequestBytes { get; init; } = 5_000_000;

    /// <summary>
    /// How long an index must remember the versions of deleted documents (<c>index.gc_deletes</c>, which is 60 seconds by default): as long as a change can
    /// come late. Each index is asked once, and none that forgets earlier is written to. Zero asks nothing.
    /// </summary>
    public TimeSpan DeletesRemembered { get; init; } = TimeSpan.FromHours(25);

    /// <summary>Skips what an item has already seen; items without a version need it. All workers share one.</summary>
    public IStreamFence? Fence { get; init; }

    /// <summary>The name of the sink in the fence.</summary>
    public string Name { get; init; } = "elasticsearch";
}
