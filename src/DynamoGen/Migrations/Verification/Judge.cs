using System.Globalization;

namespace DynamoGen.Migrations.Verification;

/// <summary>Tells real differences from those that come of reading while others write.</summary>
/// <remarks>
/// Where the old item's key is known, both items are read at one moment: they are written in one transaction, so that what differs then differs.
/// A new item without an old one has no known old key. It is told only if it stood there unchanged before and after all old items were read and none stood
/// for it, <see cref="Looks"/> times in a row, after all that was behind has followed.
/// Only what is deleted and written again with the same content in the midst of each of them could seem so.
/// </remarks>
/// <param name="items">Reads the items.</param>
/// <param name="concurrency">How many are read at the same time.</param>
/// <param name="scanAsync">Reads all old items.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class Judge(
    IVerificationItems items, int concurrency, Func<Action<HashedPage>, Task> scanAsync, CancellationToken cancellationToken)
{
    private const int Looks = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<MigrationDifferenceKind, long> _counts = [];
    private readonly List<MigrationDifference> _examples = [];

    /// <summary>Judges keys of which the new items were read before the old ones.</summary>
    public async Task RunAsync(IReadOnlyList<HeldKey> candidates)
    {
        await Lanes.RunAsync(candidates.SelectMany(static key => key.Sources), concurrency, JudgeAsync).ConfigureAwait(false);
        var unexplained = candidates.Where(static key => key.Sources.Count == 0).SelectMany(static key => key.Targets)
            .ToDictionary(static item => item.Key, static item => new Unexplained(item));
        await LookAgainAsync(unexplained).ConfigureAwait(false);
        while (unexplained.Count > 0)
        {
            var found = new List<HashedItem>();
            await scanAsync(page => Add(found, page.Items.Where(item => unexplained.ContainsKey(item.Key)))).ConfigureAwait(false);
            await Lanes.RunAsync(found, concurrency, JudgeAsync).ConfigureAwait(false);
            found.ForEach(item => unexplained.Remove(item.Key));
            await LookAgainAsync(unexplained).ConfigureAwait(false);
        }
    }

    /// <summary>A report with what was found.</summary>
    public MigrationVerification Report(MigrationVerification read) => read with
    {
        Lost = _counts.GetValueOrDefault(MigrationDifferenceKind.Lost),
        Stale = _counts.GetValueOrDefault(MigrationDifferenceKind.Stale),
        Resurrected = _counts.GetValueOrDefault(MigrationDifferenceKind.Resurrected),
        Examples = [.. _examples],
    };

    /// <summary>Judges an old item, with the new one as both are at one moment.</summary>
    private async Task JudgeAsync(HashedItem item)
    {
        var pair = await items.ReadPairAsync(item, cancellationToken).ConfigureAwait(false);
        if (pair.HasFailed || pair.Source == pair.Target)
        {
            return;
        }

        Tell(item, pair.Target is null ? MigrationDifferenceKind.Lost
            : pair.Source is null ? MigrationDifferenceKind.Resurrected
            : MigrationDifferenceKind.Stale);
    }

    /// <summary>Reads new items again of which no old one was found since they were read.</summary>
    private async Task LookAgainAsync(Dictionary<UInt128, Unexplained> unexplained)
    {
        if (unexplained.Count > 0)
        {
            await items.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }

        await Lanes.RunAsync(unexplained.Values, concurrency, async found =>
        {
            var now = (await items.ReadPairAsync(found.Item, cancellationToken).ConfigureAwait(false)).Target;
            found.Looks = now == found.Item.Content ? found.Looks + 1 : 0;
            found.IsGone = now is null;
            found.Item = found.Item with { Content = now ?? default };
        }).ConfigureAwait(false);
        foreach (var (key, found) in unexplained)
        {
            if (found.Looks == Looks)
            {
                Tell(found.Item, MigrationDifferenceKind.Resurrected);
            }

            if (found.IsGone || found.Looks == Looks)
            {
                unexplained.Remove(key);
            }
        }
    }

    private void Add(List<HashedItem> found, IEnumerable<HashedItem> more)
    {
        lock (_gate)
        {
            found.AddRange(more);
        }
    }

    private void Tell(HashedItem item, MigrationDifferenceKind kind)
    {
        lock (_gate)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            if (_examples.Count < MigrationVerification.MostExamples)
            {
                _examples.Add(new MigrationDifference(kind, item.Key.ToString("x32", CultureInfo.InvariantCulture)));
            }
        }
    }

    private sealed class Unexplained(HashedItem item)
    {
        public HashedItem Item { get; set; } = item;

        public int Looks { get; set; }

        public bool IsGone { get; set; }
    }
}
