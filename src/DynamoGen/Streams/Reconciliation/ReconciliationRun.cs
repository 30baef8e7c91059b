namespace DynamoGen.Streams.Reconciliation;

/// <summary>One comparison of a derived state with its source.</summary>
/// <typeparam name="TDocument">What is derived from an item.</typeparam>
internal sealed class ReconciliationRun<TDocument>(
    IReconciliationSource<TDocument> source,
    IDerivedStore<TDocument> store,
    IEqualityComparer<TDocument> comparer,
    ReconciliationOptions options,
    TimeProvider timeProvider)
{
    private const int MostSuspects = 1_000;
    private const int MostRepairs = 5;

    private readonly KeySample _sample = new(options.Share, options.Seed);
    private readonly DriftTally _tally = new();
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<DerivedEntry<TDocument>> _page = [];
    private readonly List<DerivedEntry<TDocument>> _suspects = [];

    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var entry in source.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsNew(entry))
            {
                _page.Add(entry);
            }

            if (_page.Count == store.MaxReadEntries)
            {
                await CompareAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await CompareAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsNew(entry))
            {
                _suspects.Add(entry);
                await SettleIfManyAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return _tally.Report(_seen.Count);
    }

    private bool IsNew(DerivedEntry<TDocument> entry) => _sample.Has(entry.Id) && _seen.Add(KeySample.Identity(entry.Id));

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        if (_page.Count == 0)
        {
            return;
        }

        var found = await store.ReadAsync(_page, cancellationToken).ConfigureAwait(false);
        _suspects.AddRange(_page.Where((entry, index) => Verdict(entry, found[index]) is not null));
        _page.Clear();
        await SettleIfManyAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleIfManyAsync(CancellationToken cancellationToken)
    {
        if (_suspects.Count >= MostSuspects)
        {
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_suspects.Count == 0)
        {
            return;
        }

        await Task.Delay(options.Settle, timeProvider, cancellationToken).ConfigureAwait(false);
        foreach (var suspect in _suspects)
        {
            if (await SettleAsync(suspect, cancellationToken).ConfigureAwait(false) is { } drift)
            {
                _tally.Add(drift);
                options.OnDrift?.Invoke(drift);
            }
        }

        _suspects.Clear();
    }

    /// <summary>Looks at an entry until it agrees, and repairs it in between.</summary>
    private async Task<Drift?> SettleAsync(DerivedEntry<TDocument> suspect, CancellationToken cancellationToken)
    {
        DriftKind? kind = null;
        for (var repairs = 0; ; repairs++)
        {
            var found = (await store.ReadAsync([suspect], cancellationToken).ConfigureAwait(false))[0];
            var expected = await source.ReadAsync(found ?? suspect, cancellationToken).ConfigureAwait(false);
            var verdict = Verdict(expected, found);
            kind ??= verdict;
            if (verdict is null)
            {
                return kind is null ? null : new Drift(suspect.Id, kind.Value, IsRepaired: true);
            }

            if (!options.Repairs || verdict is DriftKind.Ahead || repairs == MostRepairs)
            {
                return new Drift(suspect.Id, kind!.Value, IsRepaired: false);
            }

            // One that is refused has met something newer, which the next look sees.
            await (expected is null ? store.DeleteAsync(found!, cancellationToken) : store.WriteAsync(expected, cancellationToken)).ConfigureAwait(false);
        }
    }

    private DriftKind? Verdict(DerivedEntry<TDocument>? expected, DerivedEntry<TDocument>? found) => (expected, found) switch
    {
        (null, null) => null,
        (_, null) => DriftKind.Missing,
        (null, _) => DriftKind.Superfluous,
        _ when comparer.Equals(expected.Document, found.Document) => null,
        _ => found.Version > expected.Version ? DriftKind.Ahead : DriftKind.Different,
    };
}
