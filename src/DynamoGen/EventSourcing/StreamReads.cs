using System.Runtime.CompilerServices;

namespace DynamoGen.EventSourcing;

/// <summary>
/// Reads streams without a gap and without half a batch. A Query is isolated from transactions item by item only, so that in the middle of a commit it may find
/// a part of a batch; the versions and <see cref="StoredEvent.LastOfBatch"/> tell, and what is missing is read again until it is there.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-isolation">isolation levels of
/// transactions</see>.
/// </remarks>
internal static class StreamReads
{
    private const int MostTries = 20;

    public static async IAsyncEnumerable<TStored> ForwardAsync<TStored>(
        IEventRepository<TStored> events,
        string streamId,
        long? from,
        int? limit,
        TimeProvider timeProvider,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TStored : StoredEvent
    {
        var (next, last, left) = (Math.Max(from ?? 1, 1), 0L, limit);
        for (var tries = 1; left is not 0; tries++)
        {
            var isGap = false;
            await foreach (var stored in events.Read(streamId, next, limit: left).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                isGap = stored.Version != next;
                if (isGap)
                {
                    break;
                }

                (next, last, left, tries) = (next + 1, stored.LastOfBatch, left - 1, 0);
                yield return stored;
            }

            if (!isGap && last < next)
            {
                yield break;
            }

            if (left is not 0)
            {
                await WaitAsync(streamId, next, tries, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public static async IAsyncEnumerable<TStored> BackwardAsync<TStored>(
        IEventRepository<TStored> events,
        string streamId,
        long? from,
        int? limit,
        TimeProvider timeProvider,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TStored : StoredEvent
    {
        var (next, left) = ((long?)null, limit);
        for (var tries = 1; left is not 0; tries++)
        {
            var read = events.ReadBackward(streamId, to: next ?? from, limit: left);
            await foreach (var stored in read.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                next ??= Math.Min(from ?? long.MaxValue, stored.LastOfBatch);
                if (stored.Version != next)
                {
                    break;
                }

                (next, left, tries) = (next - 1, left - 1, 0);
                yield return stored;
            }

            if (next is null or < 1)
            {
                yield break;
            }

            if (left is not 0)
            {
                await WaitAsync(streamId, next.Value, tries, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Task WaitAsync(string streamId, long version, int tries, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        tries < MostTries ? RacePause.WaitAsync(tries, timeProvider, cancellationToken) : throw new MissingEventException(streamId, version);
}
