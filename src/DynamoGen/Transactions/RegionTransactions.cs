namespace DynamoGen.Transactions;

/// <summary>Sends a transaction to the region that its actions belong to.</summary>
/// <param name="local">The transactions of the client's region.</param>
/// <param name="localRegion">That region; null where the client does not say.</param>
/// <param name="find">Gives the transactions of another region, or null where there is no client for it.</param>
internal sealed class RegionTransactions(ITransactions local, Func<string?> localRegion, Func<string, ITransactions?> find) : ITransactions
{
    public ITransactions Named(string name) => new RegionTransactions(local.Named(name), localRegion, region => find(region)?.Named(name));

    public ValueTask WriteAsync(
        IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var region = RegionOf(actions);
        var transactions = region is null || region == localRegion() ? local : find(region) ?? local;
        return transactions.WriteAsync(actions, idempotencyToken, cancellationToken);
    }

    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
        local.ReadItemsAsync(actions, cancellationToken);

    /// <summary>The one region that the actions belong to; null where they belong to none.</summary>
    private static string? RegionOf(IReadOnlyCollection<WriteAction> actions)
    {
        string[] regions = [.. actions.Select(action => action?.Region).OfType<string>().Distinct()];
        return regions.Length <= 1
            ? regions.FirstOrDefault()
            : throw new ArgumentException(
                $"The actions belong to several regions ({string.Join(", ", regions)}), and a transaction is atomic in one region alone.", nameof(actions));
    }
}
