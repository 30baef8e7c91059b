namespace DynamoGen.Streams.Elasticsearch;

/// <summary>
/// The version of a document, by which Elasticsearch refuses what is older than what it has: a number that grows with each change of an item, also when the
/// item is deleted and created again.
/// </summary>
/// <remarks>
/// See <see href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-index#operation-index-external-version">external versions</see>.
/// </remarks>
public readonly record struct DocumentVersion
{
    private const int CountBits = 10;
    private const long MostMicroseconds = long.MaxValue >> CountBits;

    private DocumentVersion(long value) => Value = value;

    /// <summary>The number, from 1.</summary>
    public long Value { get; }

    /// <summary>
    /// The version of an item that may be deleted and created again: the microseconds since 1970 of its creation times 1,024, and the count of its writes.
    /// The count runs over into the microseconds only where an item was written more than once in each nanosecond.
    /// </summary>
    /// <param name="createdAt">The time that <c>[CreatedAt]</c> has; it must be the same for all of an item's life.</param>
    /// <param name="count">The count that <c>[OptimisticLock]</c> has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1970 or after 2255, or the count is below zero or above 2^53.</exception>
    /// <remarks>The clock of who creates an item again must be ahead of the time that the item was created before.</remarks>
    public static DocumentVersion Of(DateTimeOffset createdAt, long count)
    {
        var microseconds = (createdAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds, nameof(createdAt));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microseconds, MostMicroseconds >> 1, nameof(createdAt));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostMicroseconds);
        return new DocumentVersion((microseconds << CountBits) + count + 1);
    }

    /// <summary>
    /// The version of an item that is never created again once it was deleted, such as one whose key has a new random id: the count of its writes.
    /// Elasticsearch would refuse an item that is created again, since its count begins anew, until it has forgotten the one before.
    /// </summary>
    /// <param name="count">The count that <c>[OptimisticLock]</c> has.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below zero, or too large for one more.</exception>
    public static DocumentVersion OfOnlyLife(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, long.MaxValue - 2);
        return new DocumentVersion(count + 1);
    }

    /// <summary>The version with which an item of this one is deleted.</summary>
    public DocumentVersion Next() => new(Value + 1);

    internal static DocumentVersion OfValue(long value) => new(value);
}
