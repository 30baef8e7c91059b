using DynamoGen.Transactions;

namespace DynamoGen.Batches;

/// <summary>Typed forms of <see cref="IBatches.ReadItemsAsync"/>: what they return stands in the order of the actions.</summary>
public static class BatchedReads
{
    /// <summary>Reads items of one entity, up to 100 a request (BatchGetItem).</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="IBatches.ReadItemsAsync"/>
    public static async ValueTask<IReadOnlyList<TEntity?>> ReadAsync<TEntity>(
        this IBatches batches,
        IReadOnlyCollection<ReadAction<TEntity>> actions,
        bool consistentRead = false,
        CancellationToken cancellationToken = default)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(batches);
        var items = await batches.ReadItemsAsync(actions, consistentRead, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => (TEntity?)item)];
    }

    /// <summary>Reads two items (BatchGetItem).</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="IBatches.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?)> ReadAsync<T1, T2>(
        this IBatches batches,
        ReadAction<T1> first,
        ReadAction<T2> second,
        bool consistentRead = false,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
    {
        ArgumentNullException.ThrowIfNull(batches);
        var items = await batches.ReadItemsAsync([first, second], consistentRead, cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1]);
    }

    /// <summary>Reads three items (BatchGetItem).</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="IBatches.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?)> ReadAsync<T1, T2, T3>(
        this IBatches batches,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        bool consistentRead = false,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
    {
        ArgumentNullException.ThrowIfNull(batches);
        var items = await batches.ReadItemsAsync([first, second, third], consistentRead, cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2]);
    }
}
