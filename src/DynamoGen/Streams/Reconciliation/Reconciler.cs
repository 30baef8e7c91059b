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
public sealed class Reconciler<TDocument>
{
    private const int MostSuspects = 1_000;
    private const int MostRepairs = 5;

    private readonly IReconciliationSource<TDocument> _source;
    private readonly IDerivedStore<TDocument> _store;
    private readonly IEqualityComparer<TDocument> _comparer;
    private readonly ReconciliationOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly KeySample _sample;

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
        _options = options ?? new ReconciliationOptions();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _sample = new KeySample(_options.Share, _options.Seed);
    }

    /// <summary>Compares once, and repairs where the options say so.</summary>
    /// <param name="cancellationToken">Ends the run; what was repaired stays so.</param>
    /// <returns>What was found.</returns>
    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var tally = new DriftTally();
        var seen = new HashSet<UInt128>();
        var suspects = new List<DerivedEntry<TDocument>>();
        var page = new List<DerivedEntry<TDocument>>();
        await foreach (var entry in _source.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_sample.Has(entry.Id) && seen.Add(KeySample.Identity(entry.Id)))
            {
                page.Add(entry);
            }

            if (page.Count == _store.MaxReadEntries)
            {
                await CompareAsync(page, suspects, tally, cancellationToken).ConfigureAwait(false);
            }
        }

        await CompareAsync(page, suspects, tally, cancellationToken).ConfigureAwait(false);
        await foreach (var entry in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_sample.Has(entry.Id) && seen.Add(KeySample.Identity(entry.Id)))
            {
                suspects.Add(entry);
                await SettleIfManyAsync(suspects, tally, cancellationToken).ConfigureAwait(false);
            }
        }

        await SettleAsync(suspects, tally, cancellationToken).ConfigureAwait(false);
        return tally.Report(seen.Count);
    }

    private async Task CompareAsync(
        List<DerivedEntry<TDocument>> page, List<DerivedEntry<TDocument>> suspects, DriftTally tally, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return;
        }

        var found = await _store.ReadAsync(page, cancellationToken).ConfigureAwait(false);
        suspects.AddRange(page.Where((entry, index) => Verdict(entry, found[index]) is not null));
        page.Clear();
        await SettleIfManyAsync(suspects, tally, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleIfManyAsync(List<DerivedEntry<TDocument>> suspects, DriftTally tally, CancellationToken cancellationToken)
    {
        if (suspects.Count >= MostSuspects)
        {
            await SettleAsync(suspects, tally, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SettleAsync(List<DerivedEntry<TDocument>> suspects, DriftTally tally, CancellationToken cancellationToken)
    {
        if (suspects.Count == 0)
        {
            return;
        }

        await Task.Delay(_options.Settle, _timeProvider, cancellationToken).ConfigureAwait(false);
        foreach (var suspect in suspects)
        {
            if (await SettleAsync(suspect, cancellationToken).ConfigureAwait(false) is { } drift)
            {
                tally.Add(drift);
                _options.OnDrift?.Invoke(drift);
            }
        }

        suspects.Clear();
    }

    /// <summary>Looks at an entry until it agrees, and repairs it in between.</summary>
    private async Task<Drift?> SettleAsync(DerivedEntry<TDocument> suspect, CancellationToken cancellationToken)
    {
        DriftKind? kind = null;
        for (var repairs = 0; ; repairs++)
        {
            var found = (await _store.ReadAsync([suspect], cancellationToken).ConfigureAwait(false))[0];
            var expected = await _source.ReadAsync(found ?? suspect, cancellationToken).ConfigureAwait(false);
            var verdict = Verdict(expected, found);
            kind ??= verdict;
            if (verdict is null)
            {
                return kind is null ? null : new Drift(suspect.Id, kind.Value, IsRepaired: true);
            }

            if (!_options.Repairs || verdict is DriftKind.Ahead || repairs == MostRepairs)
            {
                return new Drift(suspect.Id, kind!.Value, IsRepaired: false);
            }

            // One that is refused has met something newer, which the next look sees.
            await (expected is null ? _store.DeleteAsync(found!, cancellationToken) : _store.WriteAsync(expected, cancellationToken)).ConfigureAwait(false);
        }
    }

    private DriftKind? Verdict(DerivedEntry<TDocument>? expected, DerivedEntry<TDocument>? found) => (expected, found) switch
    {
        (null, null) => null,
        (_, null) => DriftKind.Missing,
        (null, _) => DriftKind.Superfluous,
        _ when _comparer.Equals(expected.Document, found.Document) => null,
        _ => found.Version > expected.Version ? DriftKind.Ahead : DriftKind.Different,
    };
}
