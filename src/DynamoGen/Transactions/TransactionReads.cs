namespace DynamoGen.Transactions;

/// <summary>Typed forms of <see cref="ITransactions.ReadItemsAsync"/>: what they return stands in the order of the actions.</summary>
public static class TransactionReads
{
    /// <summary>Reads items of one entity as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<IReadOnlyList<TEntity?>> ReadAsync<TEntity>(
        this ITransactions transactions, IReadOnlyCollection<ReadAction<TEntity>> actions, CancellationToken cancellationToken = default)
        where TEntity : class
    {
        var items = await transactions.ReadItemsAsync(actions, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => (TEntity?)item)];
    }

    /// <summary>Reads one item as it was at one moment.</summary>
    /// <returns>The entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<T1?> ReadAsync<T1>(
        this ITransactions transactions,
        ReadAction<T1> first,
        CancellationToken cancellationToken = default)
        where T1 : class
    {
        var items = await transactions.ReadItemsAsync([first], cancellationToken).ConfigureAwait(false);
        return (T1?)items[0];
    }

    /// <summary>Reads two items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?)> ReadAsync<T1, T2>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
    {
        var items = await transactions.ReadItemsAsync([first, second], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1]);
    }

    /// <summary>Reads three items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?)> ReadAsync<T1, T2, T3>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2]);
    }

    /// <summary>Reads four items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?, T4?)> ReadAsync<T1, T2, T3, T4>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        ReadAction<T4> fourth,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third, fourth], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2], (T4?)items[3]);
    }

    /// <summary>Reads five items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?, T4?, T5?)> ReadAsync<T1, T2, T3, T4, T5>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        ReadAction<T4> fourth,
        ReadAction<T5> fifth,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third, fourth, fifth], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2], (T4?)items[3], (T5?)items[4]);
    }

    /// <summary>Reads six items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?, T4?, T5?, T6?)> ReadAsync<T1, T2, T3, T4, T5, T6>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        ReadAction<T4> fourth,
        ReadAction<T5> fifth,
        ReadAction<T6> sixth,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
        where T6 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third, fourth, fifth, sixth], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2], (T4?)items[3], (T5?)items[4], (T6?)items[5]);
    }

    /// <summary>Reads seven items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?, T4?, T5?, T6?, T7?)> ReadAsync<T1, T2, T3, T4, T5, T6, T7>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        ReadAction<T4> fourth,
        ReadAction<T5> fifth,
        ReadAction<T6> sixth,
        ReadAction<T7> seventh,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
        where T6 : class
        where T7 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third, fourth, fifth, sixth, seventh], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2], (T4?)items[3], (T5?)items[4], (T6?)items[5], (T7?)items[6]);
    }

    /// <summary>Reads eight items as they were at one moment.</summary>
    /// <returns>For each action its entity, or null when there is no such item.</returns>
    /// <inheritdoc cref="ITransactions.ReadItemsAsync"/>
    public static async ValueTask<(T1?, T2?, T3?, T4?, T5?, T6?, T7?, T8?)> ReadAsync<T1, T2, T3, T4, T5, T6, T7, T8>(
        this ITransactions transactions,
        ReadAction<T1> first,
        ReadAction<T2> second,
        ReadAction<T3> third,
        ReadAction<T4> fourth,
        ReadAction<T5> fifth,
        ReadAction<T6> sixth,
        ReadAction<T7> seventh,
        ReadAction<T8> eighth,
        CancellationToken cancellationToken = default)
        where T1 : class
        where T2 : class
        where T3 : class
        where T4 : class
        where T5 : class
        where T6 : class
        where T7 : class
        where T8 : class
    {
        var items = await transactions.ReadItemsAsync([first, second, third, fourth, fifth, sixth, seventh, eighth], cancellationToken).ConfigureAwait(false);
        return ((T1?)items[0], (T2?)items[1], (T3?)items[2], (T4?)items[3], (T5?)items[4], (T6?)items[5], (T7?)items[6], (T8?)items[7]);
    }
}
