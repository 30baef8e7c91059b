using System.Numerics;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Items;

namespace DynamoGen.Migrations.Estimates;

/// <summary>Works out what a migration takes from a sample of its old table.</summary>
/// <param name="migration">The migration.</param>
/// <param name="pace">How items will be copied.</param>
/// <param name="options">What it costs.</param>
/// <param name="hasOutbox">Whether the one side follows the other by an outbox.</param>
internal sealed class Estimator(ItemMigration migration, BackfillOptions pace, EstimateOptions options, bool hasOutbox)
{
    private const int ReadUnitBytes = 4_096;
    private const int LeastSegments = 64;
    private const int MostSegments = 1 << 19;
    private const double SegmentItems = 100_000;

    /// <summary>An entry has less than a KB, and is written in a transaction; so is what is asked of it.</summary>
    private const int LedgerUnits = 2;

    /// <summary>A delivery has a number, which is written in a transaction, and takes the entry away.</summary>
    private const int DeliveryUnits = 3;

    /// <param name="sample">The sample.</param>
    /// <param name="items">The old items of each of its pages.</param>
    public MigrationEstimate Estimate(TableSample sample, IReadOnlyList<IReadOnlyList<SampledItem>> items)
    {
        var pages = sample.Pages.Zip(items, static (page, found) => new ConvertedPage(page.Count, found)).ToList();
        var converted = pages.SelectMany(page => page.Items).ToList();
        var sampled = pages.Sum(page => page.Count);
        var (tableItems, tableBytes) = sample.IsWhole
            ? (sampled, sample.Pages.SelectMany(page => page).Sum(item => (long)ItemWriteUnits.BytesOf(item)))
            : (sample.Items, sample.Bytes);
        var share = RatioOf(page => page.Items.Sum(item => item.Old.Count));
        var bytes = RatioOf(page => page.Items.SelectMany(item => item.Old).Sum(item => (double)ItemWriteUnits.BytesOf(item)));
        var writes = RatioOf(page => page.Items.SelectMany(item => item.New)
            .Sum(item => (double)ItemWriteUnits.Of(migration.Schema.Target, item).Alone));
        var readUnits = Math.Ceiling(tableBytes / (double)ReadUnitBytes) + Math.Ceiling(RatioOf(GroupUnits).Mean * tableItems);
        var writeUnits = Math.Ceiling(writes.Mean * tableItems);
        return new MigrationEstimate(migration.Schema.Name)
        {
            IsExact = sample.IsWhole,
            TableItems = tableItems,
            TableBytes = tableBytes,
            Items = Whole(share.Mean * tableItems),
            ItemsMargin = Whole(share.Margin * tableItems),
            Bytes = Whole(bytes.Mean * tableItems),
            ReadUnits = readUnits,
            WriteUnits = writeUnits,
            WriteUnitsMargin = Math.Ceiling(writes.Margin * tableItems),
            Overhead = OverheadOf(converted),
            Price = Price(readUnits, options.ReadPricePerMillion) + Price(writeUnits, options.WritePricePerMillion),
            PriceMargin = Price(writes.Margin * tableItems, options.WritePricePerMillion),
            Duration = DurationOf(readUnits, writeUnits),
            RecommendedSegments = SegmentsOf(tableItems),
            SampledItems = sampled,
            SampledSourceItems = converted.Sum(item => item.Old.Count),
            Failures = FailuresOf(converted),
            Collisions = SampledItem.CollidingIn(converted, migration.Schema).Count,
        };

        SampleRatio RatioOf(Func<ConvertedPage, double> quantity) =>
            SampleRatio.Of([.. pages.Select(page => (page.Count, quantity(page)))], sample.IsWhole);
    }

    /// <summary>A power of two near one for each 100,000 items.</summary>
    public static int SegmentsOf(long items)
    {
        var wanted = Math.Clamp(items / SegmentItems, LeastSegments, MostSegments);
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(wanted / Math.Sqrt(2)));
    }

    /// <summary>Several items that stand for one are read once more, together.</summary>
    private double GroupUnits(ConvertedPage page) => migration.Schema.Cardinality != MigrationCardinality.ManyToOne ? 0
        : page.Items.Sum(item => Math.Ceiling(item.Old.Sum(ItemWriteUnits.BytesOf) / (double)ReadUnitBytes));

    private WriteOverhead? OverheadOf(List<SampledItem> items)
    {
        var (alone, source, target, count) = (0L, 0L, 0L, 0L);
        foreach (var item in items.Where(item => item.Reason is null))
        {
            // Whatever is written of a group, all follows that it stands for.
            var follows = item.New.Sum(made => ItemWriteUnits.Of(migration.Schema.Target, made).InTransaction);
            foreach (var old in item.Old.Select(old => ItemWriteUnits.Of(migration.Schema.Source, old)))
            {
                alone += old.Alone;
                source += old.InTransaction;
                target += follows;
                count++;
            }
        }

        if (count == 0)
        {
            return null;
        }

        var (ledger, both) = (source + (LedgerUnits * count), source + target);
        return hasOutbox
            ? new WriteOverhead(Factor(ledger), Factor(ledger + target + (DeliveryUnits * count)), Factor(ledger + target + (DeliveryUnits * count)))
            : new WriteOverhead(Factor(ledger), Factor(both + (LedgerUnits * count)), Factor(both));

        double Factor(long units) => units / (double)alone;
    }

    private TimeSpan? DurationOf(double readUnits, double writeUnits)
    {
        var reading = readUnits / (pace.MaxReadUnitsPerSecond * options.Processes);
        var writing = writeUnits / (pace.MaxWriteUnitsPerSecond * options.Processes);
        return reading is null && writing is null
            ? null
            : TimeSpan.FromSeconds(Math.Ceiling(Math.Min(Math.Max(reading ?? 0, writing ?? 0), TimeSpan.MaxValue.TotalSeconds / 2)));
    }

    private static IReadOnlyList<SampledFailure> FailuresOf(IEnumerable<SampledItem> items) =>
    [
        .. items.Where(item => item.Reason is not null)
            .GroupBy(item => item.Reason!)
            .Select(group => new SampledFailure(group.Key, group.Count()))
            .OrderByDescending(failure => failure.Count)
            .ThenBy(failure => failure.Reason, StringComparer.Ordinal),
    ];

    private static decimal Price(double units, decimal pricePerMillion) => (decimal)units * pricePerMillion / 1_000_000;

    private static long Whole(double count) => (long)Math.Round(count);

    private sealed record ConvertedPage(int Count, IReadOnlyList<SampledItem> Items);
}
