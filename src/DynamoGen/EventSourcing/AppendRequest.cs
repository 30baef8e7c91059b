namespace DynamoGen.EventSourcing;

/// <summary>What is to be appended, checked before anything is sent.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="Expected">The version that it must have.</param>
/// <param name="Events">The events.</param>
/// <param name="Tags">For each event its pairs of type and tag, in the order of the tags.</param>
/// <param name="Condition">The condition, or null.</param>
internal sealed record AppendRequest<TEvent>(
    string StreamId,
    ExpectedVersion Expected,
    IReadOnlyList<NewEvent<TEvent>> Events,
    IReadOnlyList<IReadOnlyList<TagStreamName>> Tags,
    BoundaryCondition? Condition)
    where TEvent : class
{
    private const int MostActions = 100;

    /// <summary>The pairs of the condition that no event has, which need a check of their own.</summary>
    public IEnumerable<TagStreamName> Untouched => Condition is null ? [] : Condition.Seen.Keys.Except(Tags.SelectMany(static pairs => pairs));

    public static AppendRequest<TEvent> Verified(
        string streamId,
        ExpectedVersion expected,
        IReadOnlyList<NewEvent<TEvent>> events,
        BoundaryCondition? condition,
        Func<TEvent, string> typeOf,
        bool marksIds)
    {
        ArgumentException.ThrowIfNullOrEmpty(streamId);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0 || events.Any(static entry => entry is null || entry.Id == Guid.Empty || entry.Event is null))
        {
            throw new ArgumentException("An append has at least one event, and each has an id and a content.", nameof(events));
        }

        if (events.Select(static entry => entry.Id).Distinct().Count() < events.Count)
        {
            throw new ArgumentException("Two events of the append have one id.", nameof(events));
        }

        var tags = events.Select(entry => TagsOf(entry, typeOf)).ToArray();
        var request = new AppendRequest<TEvent>(streamId, expected, events, tags, condition);
        var actions = (events.Count * (marksIds ? 2 : 1)) + tags.Sum(static pairs => pairs.Count) + request.Untouched.Count();
        return actions <= MostActions
            ? request
            : throw new ArgumentException(
                $"The append takes {actions} actions, and a transaction has {MostActions}: one for each event, for each id, for each tag, and for each other "
                + "pair of the condition.",
                nameof(events));
    }

    private static IReadOnlyList<TagStreamName> TagsOf(NewEvent<TEvent> entry, Func<TEvent, string> typeOf)
    {
        if (entry.Tags.Count == 0)
        {
            return [];
        }

        var type = typeOf(entry.Event);
        return [.. entry.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(tag => TagStreamName.Of(type, tag))];
    }
}
