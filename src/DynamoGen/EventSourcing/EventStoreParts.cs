using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>What an event store is made of, and what its parts read alike.</summary>
internal sealed record EventStoreParts<TStored, TMark>(
    IEventRepository<TStored> Events, IEventMarkRepository<TMark> Marks, ITransactions Transactions, EventStoreOptions Options, TimeProvider TimeProvider)
    where TStored : StoredEvent
    where TMark : EventMark
{
    /// <summary>The stream's last event, in one consistent request; null where it has none.</summary>
    public async ValueTask<TStored?> LatestAsync(string streamId, CancellationToken cancellationToken)
    {
        await foreach (var stored in Events.ReadBackward(streamId, limit: 1).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            return stored;
        }

        return null;
    }

    /// <summary>How many events of a type have a tag.</summary>
    public async ValueTask<long> LastNumberAsync(TagStreamName pair, CancellationToken cancellationToken)
    {
        await foreach (var mark in Marks.ReadBackward(EventMarkKind.Tag, pair.MarkName, limit: 1).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            return mark.Number;
        }

        return 0;
    }

    /// <summary>Reads items as they were at one moment, and again while a transaction writes them.</summary>
    public async ValueTask<IReadOnlyList<TItem?>> ReadTogetherAsync<TItem>(IReadOnlyCollection<ReadAction<TItem>> actions, CancellationToken cancellationToken)
        where TItem : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Transactions.ReadAsync(actions, cancellationToken).ConfigureAwait(false);
            }
            catch (ConflictException) when (attempt < Options.MaxAttempts)
            {
                await RacePause.WaitAsync(attempt, TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The name of the mark of an id.</summary>
    public string NameOf(Guid eventId) => eventId.ToString("D");
}
