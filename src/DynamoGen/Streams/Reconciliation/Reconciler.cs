namespace DynamoGen.Streams.Reconciliation;

/// <summary>
/// Compares a state that is derived from a table's items with them, in full or by a sample, and repairs what differs, while both are written to.
/// </summary>
/// <typeparam name="TDocument">What is derived from an item.</typeparam>
/// <remarks>
/// What differs is looked at again after <see cref="ReconciliationOptions.Settle"/>: first the derived entry, then its item, so that the item is never the
/// older one. A repair writes on the condition that the store has nothing newer, and then looks again until both agree, which also undoes a repair that an
/// item's deletion overtook. It keeps 16 bytes in memory for each item that it compares.
/// </remarks>
public sealed class Reconciler<TDocument> : IReconciler
{
    private readonly IReconciliationSource<TDocument> _source;
    private readonly IDerivedStore<TDocument> _store;
    private readonly IEqualityComparer<TDocument> _comparer;
    private readonly TimeProvider _timeProvider;

    /// <summary>Puts a comparison together.</summary>
    /// <param name="source">Tells what should be there.</param>
    /// <param name="store">The derived state.</param>
    /// <param name="comparer">Compares what is derived.</param>
    /// <param name="options">How to compare; null for a full comparison that repairs.</param>
    /// <param name="timeProvider">Tells the time; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is none.</exception>
    public Reconciler(
        IReconciliationSource<TDocument> source,
        IDerivedStore<TDocument> store,
        IEqualityComparer<TDocument> comparer,
        ReconciliationOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(comparer);
        _source = source;
        _store = store;
        _comparer = comparer;
        Options = options ?? new ReconciliationOptions();
        _ = new KeySample(Options.Share, Options.Seed);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ReconciliationOptions Options { get; }

    /// <summary>Compares once, and repairs where the options say so.</summary>
    /// <param name="cancellationToken">Ends the run; what was repaired stays so.</param>
    /// <returns>What was found.</returns>
    public Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken = default) => RunAsync(Options, cancellationToken);

    /// <inheritdoc/>
    public Task<ReconciliationReport> RunAsync(ReconciliationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ReconciliationRun<TDocument>(_source, _store, _comparer, options, _timeProvider).RunAsync(cancellationToken);
    }
}
