using DynamoGen.Migrations.Estimates;

namespace DynamoGen.Migrations.Runs;

/// <content>What the migration will take, before anything of it is done.</content>
public sealed partial class MigrationRunner
{
    private const int MostDryRunItems = 1_000;

    private TableSampler Sampler => _parts.Sampler ?? throw new InvalidOperationException("The runner was made without a way to sample the old table.");

    /// <summary>
    /// Estimates what the copying takes: items, capacity units, price and time. It reads a sample of the old table, eventually consistently, turns the items
    /// of it into new ones, and writes nothing.
    /// </summary>
    /// <param name="options">How much is read, and what it costs; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">An option means nothing.</exception>
    public async Task<MigrationEstimate> EstimateAsync(EstimateOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EstimateOptions();
        options.Validate();
        var sample = await Sampler.ReadAsync(options.Pages, options.PageItems, cancellationToken).ConfigureAwait(false);
        var items = await ConvertAsync(sample, cancellationToken).ConfigureAwait(false);
        return new Estimator(_parts.Items, _parts.Options.Backfill, options, HasOutbox).Estimate(sample, items);
    }

    /// <summary>
    /// Shows what the migration would write for some old items, which are chosen at random. It writes nothing. The values of the items are in what it returns,
    /// and nowhere else.
    /// </summary>
    /// <param name="count">How many items, or groups of them that stand for one; 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>As many items, or fewer where the sample has no more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public async Task<IReadOnlyList<MigratedSample>> DryRunAsync(int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostDryRunItems);
        var options = new EstimateOptions();
        var sample = await Sampler.ReadAsync(options.Pages, Math.Max(options.PageItems, count), cancellationToken).ConfigureAwait(false);
        var items = (await ConvertAsync(sample, cancellationToken).ConfigureAwait(false)).SelectMany(static page => page).ToArray();
        var colliding = SampledItem.CollidingIn(items, Migration);
        Random.Shared.Shuffle(items);
        return
        [
            .. items.Take(count).Select(item => new MigratedSample([.. item.Old.Select(ItemText.AttributesOf)])
            {
                New = [.. item.New.Select(ItemText.AttributesOf)],
                Reason = item.Reason,
                Collides = colliding.Contains(item),
            }),
        ];
    }

    private async ValueTask<IReadOnlyList<IReadOnlyList<SampledItem>>> ConvertAsync(TableSample sample, CancellationToken cancellationToken)
    {
        var converted = new List<IReadOnlyList<SampledItem>>();
        foreach (var page in sample.Pages)
        {
            converted.Add(await new SampledItems(_parts.Items, _parts.SourceItems).ConvertAsync(page, cancellationToken).ConfigureAwait(false));
        }

        return converted;
    }
}
