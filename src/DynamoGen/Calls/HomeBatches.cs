using DynamoGen.Batches;

namespace DynamoGen.Calls;

/// <summary>
/// Sends the entries of one batch to their home regions: takes some hundred from the caller's sequence at a time, and sends those of each region together,
/// in their order.
/// </summary>
/// <typeparam name="T">What the caller gives for each entry.</typeparam>
/// <typeparam name="TContext">What the entries of one region go through.</typeparam>
/// <param name="accessPattern">The access pattern's name.</param>
/// <param name="contextOf">What the entry goes through.</param>
/// <param name="send">Sends entries, as a batch of their own.</param>
internal sealed class HomeBatches<T, TContext>(
    string accessPattern, Func<T, TContext> contextOf, Func<TContext, BatchSource<T>, CancellationToken, ValueTask> send)
    where TContext : class
{
    private const int Most = 100;

    private int _taken;
    private int _done;

    /// <exception cref="WrongRegionException">The home region of one of the first entries is not reached; nothing was sent.</exception>
    /// <exception cref="BatchIncompleteException">Not all were done.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask SendAsync(BatchSource<T> source, CancellationToken cancellationToken)
    {
        var values = source.Begin(cancellationToken);
        await using var ended = values.ConfigureAwait(false);
        for (var taken = await TakeAsync(values).ConfigureAwait(false); taken.Count > 0; taken = await TakeAsync(values).ConfigureAwait(false))
        {
            foreach (var group in Grouped(taken))
            {
                await SendAsync(group, taken, cancellationToken).ConfigureAwait(false);
                source.Progress?.Report(new BatchProgress(_taken, _done));
            }
        }
    }

    private async ValueTask<List<Entry>> TakeAsync(IAsyncEnumerator<T> values)
    {
        var taken = new List<Entry>(Most);
        while (taken.Count < Most && await values.MoveNextAsync().ConfigureAwait(false))
        {
            taken.Add(new Entry(_taken++, values.Current));
        }

        return taken;
    }

    private List<IGrouping<TContext, Entry>> Grouped(List<Entry> taken)
    {
        try
        {
            return [.. taken.GroupBy(entry => contextOf(entry.Value))];
        }
        catch (Exception failure) when (_done > 0)
        {
            throw Incomplete(taken, failure);
        }
    }

    private async ValueTask SendAsync(IGrouping<TContext, Entry> group, List<Entry> taken, CancellationToken cancellationToken)
    {
        Entry[] entries = [.. group];
        try
        {
            await send(group.Key, new BatchSource<T>(entries.Select(entry => entry.Value)), cancellationToken).ConfigureAwait(false);
            MarkDone(entries, []);
        }
        catch (BatchIncompleteException failure)
        {
            MarkDone(entries, failure.NotDone, failure.Taken);
            throw Incomplete(taken, failure.InnerException);
        }
        catch (OperationCanceledException cancelled) when (cancelled.InnerException is BatchIncompleteException failure)
        {
            MarkDone(entries, failure.NotDone, failure.Taken);
            throw new OperationCanceledException(cancelled.Message, Incomplete(taken, failure.InnerException), cancelled.CancellationToken);
        }
    }

    private void MarkDone(Entry[] entries, IReadOnlyList<int> notDone, int? taken = null)
    {
        for (var i = 0; i < (taken ?? entries.Length); i++)
        {
            entries[i].IsDone = !notDone.Contains(i);
            _done += entries[i].IsDone ? 1 : 0;
        }
    }

    private BatchIncompleteException Incomplete(List<Entry> taken, Exception? cause)
    {
        var missing = taken.FindAll(entry => !entry.IsDone);
        return new BatchIncompleteException(
            accessPattern, [.. missing.Select(entry => entry.Index)], [.. missing.Select(entry => (object?)entry.Value)], cause, _taken);
    }

    private sealed class Entry(int index, T value)
    {
        public int Index => index;

        public T Value => value;

        public bool IsDone { get; set; }
    }
}
