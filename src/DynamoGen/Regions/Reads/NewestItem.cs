namespace DynamoGen.Regions.Reads;

/// <summary>One region's answer to a read that asks several.</summary>
/// <typeparam name="TEntity">What is read.</typeparam>
/// <param name="Region">The region's system name.</param>
/// <param name="Item">What it answers: null where it has no item.</param>
internal readonly record struct RegionAnswer<TEntity>(string Region, Task<TEntity?> Item)
    where TEntity : class;

/// <summary>Takes the newest version of an item of those that several regions have.</summary>
internal static class NewestItem
{
    /// <summary>Waits for all regions, and takes the latest version; of equal ones the first region's.</summary>
    /// <typeparam name="TEntity">What is read.</typeparam>
    /// <param name="accessPattern">The access pattern.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="order">Compares two versions: the later one is greater.</param>
    /// <param name="isPartial">Whether one answer is enough.</param>
    /// <param name="cancellationToken">The caller's token, whose cancellation is none of a region's doing.</param>
    /// <returns>The latest version; null where no region has the item.</returns>
    /// <exception cref="NewestUnknownException">A region did not answer, or none did.</exception>
    public static async ValueTask<TEntity?> OfAsync<TEntity>(
        string accessPattern, IReadOnlyList<RegionAnswer<TEntity>> answers, Comparison<TEntity> order, bool isPartial, CancellationToken cancellationToken)
        where TEntity : class
    {
        await Task.WhenAll(answers.Select(Task (answer) => answer.Item)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TEntity? newest = null;
        Exception? failure = null;
        var silent = new List<string>();
        foreach (var (region, item) in answers)
        {
            try
            {
                newest = Later(newest, await item.ConfigureAwait(false), order);
            }
            catch (Exception caught) when (IsSilence(caught, cancellationToken))
            {
                silent.Add(region);
                failure ??= caught;
            }
        }

        return silent.Count > 0 && (!isPartial || silent.Count == answers.Count)
            ? throw NewestUnknownException.Unanswered(accessPattern, silent, failure)
            : newest;
    }

    private static TEntity? Later<TEntity>(TEntity? known, TEntity? further, Comparison<TEntity> order)
        where TEntity : class => known is null || (further is not null && order(further, known) > 0) ? further : known;

    /// <summary>Whether a region may have the item and did not tell. Any other failure is the caller's to know.</summary>
    private static bool IsSilence(Exception failure, CancellationToken cancellationToken) =>
        failure is ThrottledException || RegionFailure.IsOfRegion(failure, cancellationToken) == true;
}
