namespace DynamoGen.EventSourcing;

/// <summary>
/// Reads the events of types and tags. The streams of tags are read one after the other; that nothing came between is for the condition to say.
/// </summary>
internal static class BoundaryReads
{
    private const int MostReads = 100;

    public static async ValueTask<EventBoundary<TStored>> ReadAsync<TStored, TMark>(
        EventStoreParts<TStored, TMark> parts, IReadOnlyCollection<EventQuery> queries, CancellationToken cancellationToken)
        where TStored : StoredEvent
        where TMark : EventMark
    {
        var seen = new Dictionary<TagStreamName, long>();
        var places = new HashSet<(string StreamId, long Version)>();
        foreach (var pair in Pairs(queries))
        {
            seen[pair] = 0;
            await foreach (var mark in parts.Marks.Read(EventMarkKind.Tag, pair.MarkName).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                // In the middle of a commit a place may be there before the one below it. The condition then demands that one, and fails.
                if (mark.Number != seen[pair] + 1)
                {
                    break;
                }

                seen[pair] = mark.Number;
                places.Add((mark.StreamId!, mark.Version));
            }
        }

        var events = new List<TStored>(places.Count);
        foreach (var chunk in places.Chunk(MostReads))
        {
            var reads = chunk.Select(place => parts.Events.GetAction(place.StreamId, place.Version));
            var read = await parts.ReadTogetherAsync([.. reads], cancellationToken).ConfigureAwait(false);
            events.AddRange(read.Zip(chunk).Select(static both =>
                both.First ?? throw new MissingEventException(both.Second.StreamId, both.Second.Version)));
        }

        var ordered = events.OrderBy(static stored => stored.RecordedAt)
            .ThenBy(static stored => stored.StreamId, StringComparer.Ordinal)
            .ThenBy(static stored => stored.Version);
        return new EventBoundary<TStored>([.. ordered], new BoundaryCondition(seen));
    }

    private static IEnumerable<TagStreamName> Pairs(IReadOnlyCollection<EventQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0 || queries.Any(static query => query.Types.Count == 0 || query.Tags.Count == 0))
        {
            throw new ArgumentException("A boundary has at least one query, and each query a type and a tag.", nameof(queries));
        }

        return queries.SelectMany(static query => query.Types.SelectMany(type => query.Tags.Select(tag => TagStreamName.Of(type, tag)))).Distinct();
    }
}
