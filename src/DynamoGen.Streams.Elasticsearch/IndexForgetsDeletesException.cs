namespace DynamoGen.Streams.Elasticsearch;

/// <summary>
/// An index is missing, or forgets the versions of deleted documents too early, so that a late change would bring one back. Create it before with
/// <c>index.gc_deletes</c>, or set it; it can be set while the index is in use.
/// </summary>
public sealed class IndexForgetsDeletesException : DynamoGenException
{
    internal IndexForgetsDeletesException(string index, TimeSpan? found, TimeSpan required)
        : base(found is null
            ? $"The index '{index}' does not exist. Create it with index.gc_deletes of {(long)required.TotalSeconds}s or more."
            : $"The index '{index}' forgets deleted documents after {(long)found.Value.TotalSeconds}s. "
            + $"Set its index.gc_deletes to {(long)required.TotalSeconds}s or more.")
    {
        Index = index;
    }

    /// <summary>The index.</summary>
    public string Index { get; }
}
