using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>
/// Streams of events that are appended with an expected version, and never change. It is made of repositories that the generator writes; derive a class of your
/// own, which dependency injection can create.
/// </summary>
/// <typeparam name="TStored">The entity of stored events.</typeparam>
/// <typeparam name="TEvent">The events.</typeparam>
/// <typeparam name="TMark">The entity of marks.</typeparam>
/// <remarks>
/// A batch is one transaction, of at most 100 actions and 4 MB, or one conditional put. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.
/// </remarks>
/// <example>
/// <code>
/// public sealed class OrderEventStore(IOrderEvents events, IOrderMarks marks, ITransactions transactions)
///     : EventStore&lt;StoredOrderEvent, OrderEvent, OrderMark&gt;(events, marks, transactions);
///
/// var order = await store.LoadAsync(id, new Order(), (state, happened) => state.Apply(happened));
/// await store.AppendAsync(id, order.Expected, [new(commandId, new OrderPaid(12))]);
/// </code>
/// </example>
public class EventStore<TStored, TEvent, TMark>
    where TStored : StoredEvent<TEvent>, new()
    where TEvent : class
    where TMark : EventMark, new()
{
    private readonly EventStoreParts<TStored, TMark> _parts;

    /// <summary>Creates a store.</summary>
    /// <param name="events">The repository of stored events.</param>
    /// <param name="marks">The repository of marks. It is in the same AWS account and region, of the same table or another one.</param>
    /// <param name="transactions">Sends the transactions.</param>
    /// <param name="options">How it writes; null for the defaults.</param>
    /// <param name="timeProvider">Gives the times of recording; null for the system's clock.</param>
    public EventStore(
        IEventRepository<TStored> events,
        IEventMarkRepository<TMark> marks,
        ITransactions transactions,
        EventStoreOptions? options = null,
        TimeProvider? timeProvider = null) =>
        _parts = new(events, marks, transactions, (options ?? new EventStoreOptions()).Verified(), timeProvider ?? TimeProvider.System);

    /// <summary>Appends events to a stream, all or none of them.</summary>
    /// <param name="streamId">The stream; at most about 2,000 bytes, as the key's template leaves.</param>
    /// <param name="expected">The version that the stream must have.</param>
    /// <param name="events">
    /// 1 to 100 events, which take together at most 100 actions: one each, one for each id where <see cref="EventStoreOptions.MarkEventIds"/> (so 50 events),
    /// and one for each tag of each.
    /// </param>
    /// <param name="condition">That a boundary which was read has not changed, or null. Each of its pairs that no event has is an action more.</param>
    /// <param name="cancellationToken">Ends the call; the events may then have been appended or not. Append them again with the same ids to know.</param>
    /// <returns>The versions that the events have, also when they were appended before by a call with the same ids.</returns>
    /// <exception cref="ConcurrencyException">The stream has another version.</exception>
    /// <exception cref="BoundaryChangedException">An event came that matches the condition.</exception>
    /// <exception cref="EventIdTakenException">Other events have one of the ids.</exception>
    /// <exception cref="ArgumentException">There are no events or too many; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">
    /// Answers were lost until the attempts ended, or one was lost and, without marks of ids, nothing can tell what became of an append that expects
    /// <see cref="ExpectedVersion.Any"/>.
    /// </exception>
    /// <exception cref="DynamoGenException">An event cannot be stored, or the service refused the request.</exception>
    public ValueTask<AppendResult> AppendAsync(
        string streamId,
        ExpectedVersion expected,
        IReadOnlyList<NewEvent<TEvent>> events,
        BoundaryCondition? condition = null,
        CancellationToken cancellationToken = default)
    {
        var request = AppendRequest<TEvent>.Verified(streamId, expected, events, condition, TypeOf, _parts.Options.MarkEventIds);
        return new EventAppend<TStored, TEvent, TMark>(_parts, request).RunAsync(cancellationToken);
    }

    /// <summary>Reads a stream in its order, consistently, page by page as it is enumerated.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="from">The first version, or null for the beginning.</param>
    /// <param name="limit">At most so many events, or null for all.</param>
    public IAsyncEnumerable<TStored> ReadAsync(string streamId, long? from = null, int? limit = null) =>
        StreamReads.ForwardAsync(_parts.Events, streamId, from, limit, _parts.TimeProvider);

    /// <summary>Reads a stream from its end, consistently, page by page as it is enumerated.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="from">The highest version, or null for the end.</param>
    /// <param name="limit">At most so many events, or null for all.</param>
    public IAsyncEnumerable<TStored> ReadBackwardAsync(string streamId, long? from = null, int? limit = null) =>
        StreamReads.BackwardAsync(_parts.Events, streamId, from, limit, _parts.TimeProvider);

    /// <summary>The version of a stream's last event, by one consistent request that reads this event.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The version; 0 where the stream has no event.</returns>
    public async ValueTask<long> GetVersionAsync(string streamId, CancellationToken cancellationToken = default) =>
        (await _parts.LatestAsync(streamId, cancellationToken).ConfigureAwait(false))?.LastOfBatch ?? 0;

    /// <summary>Folds all events of a stream into a state.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="streamId">The stream.</param>
    /// <param name="initial">The state of a stream without events.</param>
    /// <param name="fold">The state after an event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public ValueTask<LoadedState<TState>> LoadAsync<TState>(
        string streamId, TState initial, Func<TState, TEvent, TState> fold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fold);
        return FoldAsync(streamId, new LoadedState<TState>(initial, 0), fold, cancellationToken);
    }

    /// <summary>Folds a stream's events into a state, from its snapshot on, and writes a new snapshot where many events are behind it.</summary>
    /// <typeparam name="TSnapshot">The entity of snapshots.</typeparam>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="streamId">The stream.</param>
    /// <param name="snapshots">The repository of snapshots.</param>
    /// <param name="initial">The state of a stream without events.</param>
    /// <param name="fold">The state after an event.</param>
    /// <param name="snapshotEvery">So many events behind the snapshot make a new one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>A snapshot that is newer than this build, as while two versions are deployed, is left alone, and all events are read.</remarks>
    public async ValueTask<LoadedState<TState>> LoadAsync<TSnapshot, TState>(
        string streamId,
        ISnapshotRepository<TSnapshot> snapshots,
        TState initial,
        Func<TState, TEvent, TState> fold,
        int snapshotEvery = 100,
        CancellationToken cancellationToken = default)
        where TSnapshot : StreamSnapshot<TState>, new()
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshotEvery, 1);
        var start = new LoadedState<TState>(initial, 0);
        try
        {
            if (await snapshots.Get(streamId, cancellationToken).ConfigureAwait(false) is { } snapshot)
            {
                start = new LoadedState<TState>(snapshot.State, snapshot.Version);
            }
        }
        catch (UnknownVersionException)
        {
            return await FoldAsync(streamId, start, fold, cancellationToken).ConfigureAwait(false);
        }

        var loaded = await FoldAsync(streamId, start, fold, cancellationToken).ConfigureAwait(false);
        if (loaded.Version - start.Version >= snapshotEvery)
        {
            var snapshot = new TSnapshot { StreamId = streamId, Version = loaded.Version, State = loaded.State };
            await snapshots.Put(snapshot, loaded.Version, cancellationToken).ConfigureAwait(false);
        }

        return loaded;
    }

    /// <summary>Reads the events that match a query, consistently, with the condition that no more have come.</summary>
    /// <param name="queries">The queries; an event is in the boundary that matches one of them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>For each pair of a type and a tag a Query, and for each 100 events a TransactGetItems.</remarks>
    public ValueTask<EventBoundary<TStored>> ReadBoundaryAsync(IReadOnlyCollection<EventQuery> queries, CancellationToken cancellationToken = default) =>
        BoundaryReads.ReadAsync(_parts, queries, cancellationToken);

    /// <summary>
    /// The name of an event's type, by which queries find it: that of its class, unless overridden. It is stored in keys, so override it before you rename one.
    /// </summary>
    /// <param name="content">The event.</param>
    protected virtual string TypeOf(TEvent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.GetType().Name;
    }

    private async ValueTask<LoadedState<TState>> FoldAsync<TState>(
        string streamId, LoadedState<TState> start, Func<TState, TEvent, TState> fold, CancellationToken cancellationToken)
    {
        var (state, version) = (start.State, start.Version);
        await foreach (var stored in ReadAsync(streamId, version + 1).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            (state, version) = (fold(state, stored.Event), stored.Version);
        }

        return new LoadedState<TState>(state, version);
    }
}
