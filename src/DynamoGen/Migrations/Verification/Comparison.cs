namespace DynamoGen.Migrations.Verification;

/// <summary>
/// Compares all old and new items, while they are written. First only sums of parts of the keys are compared; the items of the parts that differ are read
/// again, and those that still differ are judged one by one.
/// </summary>
/// <param name="items">Reads the items.</param>
/// <param name="options">How much is read and held at once.</param>
internal sealed class Comparison(IVerificationItems items, VerificationOptions options)
{
    /// <param name="phase">The phase, which must be the same until the end, for all processes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MigrationVerification> RunAsync(MigrationPhase phase, CancellationToken cancellationToken)
    {
        var sums = new BucketSums(options.Buckets);
        await ScanAsync([VerificationSide.Target, VerificationSide.Source], sums.Add, cancellationToken).ConfigureAwait(false);
        var differing = sums.Differing;
        var judge = new Judge(items, options.Concurrency, Scan, cancellationToken);
        for (UInt128? from = differing > 0 ? UInt128.Zero : null; from is { } first;)
        {
            var held = await HoldAsync(sums, first, cancellationToken).ConfigureAwait(false);
            await judge.RunAsync(held.Candidates).ConfigureAwait(false);
            from = held.Next;
        }

        return judge.Report(new MigrationVerification(phase)
        {
            OldItems = sums.CountOf(VerificationSide.Source) + sums.Failed,
            NewItems = sums.CountOf(VerificationSide.Target),
            Failed = sums.Failed,
            DifferingBuckets = differing,
        });

        Task Scan(Action<HashedPage> add) => ScanAsync([VerificationSide.Source], (_, page) => add(page), cancellationToken);
    }

    /// <summary>Reads the items of the parts that differ: the new ones before the old ones, as <see cref="Judge"/> relies on.</summary>
    private async Task<HeldItems> HoldAsync(BucketSums sums, UInt128 from, CancellationToken cancellationToken)
    {
        var held = new HeldItems(from, options.MostHeld);
        await ScanAsync([VerificationSide.Target], Add, cancellationToken).ConfigureAwait(false);
        await ScanAsync([VerificationSide.Source], Add, cancellationToken).ConfigureAwait(false);
        return held;

        void Add(VerificationSide side, HashedPage page) => held.Add(page.Items.Where(item => sums.Differs(item.Key)));
    }

    private Task ScanAsync(VerificationSide[] sides, Action<VerificationSide, HashedPage> add, CancellationToken cancellationToken)
    {
        var segments = Enumerable.Range(0, options.Segments).SelectMany(segment => sides.Select(side => (Side: side, Segment: segment)));
        return Lanes.RunAsync(segments, options.Concurrency, async part =>
        {
            for (string? position = null; ;)
            {
                var page = await items.ReadAsync(part.Side, part.Segment, options.Segments, position, cancellationToken).ConfigureAwait(false);
                add(part.Side, page);
                if (page.Next is null)
                {
                    return;
                }

                position = page.Next;
            }
        });
    }
}
