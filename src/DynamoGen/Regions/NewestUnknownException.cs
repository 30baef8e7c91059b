namespace DynamoGen;

/// <summary>
/// An access pattern with <see cref="ReadNewestAttribute"/> cannot tell which version of its item is the newest, since a region that may have it was not
/// heard. What the others have may be older.
/// </summary>
public sealed class NewestUnknownException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern.</param>
    /// <param name="regions">The system names of the regions that were not heard; none where an item's home is no replica.</param>
    /// <param name="message">Why they were not.</param>
    /// <param name="innerException">What the first of them failed with; null where nothing was sent.</param>
    public NewestUnknownException(string accessPattern, IReadOnlyList<string> regions, string message, Exception? innerException = null)
        : base(message, innerException) => (AccessPattern, Regions) = (accessPattern, regions);

    /// <summary>The access pattern, such as <c>IOrders.Get</c>.</summary>
    public string AccessPattern { get; }

    /// <summary>The system names of the regions that were not heard; none where an item's home is no replica.</summary>
    public IReadOnlyList<string> Regions { get; }

    internal static NewestUnknownException Unanswered(string accessPattern, IReadOnlyList<string> regions, Exception? failure) => new(
        accessPattern,
        regions,
        $"{accessPattern} reads the newest item, and {string.Join(", ", regions)} did not answer: what other regions have may be older.",
        failure);

    internal static NewestUnknownException WithoutClient(string accessPattern, IReadOnlyList<string> regions) => new(
        accessPattern, regions, $"{accessPattern} reads the newest item, and there is no client for {string.Join(", ", regions)}; add one by AddRegion.");

    // What an item says is a value, which no message has.
    internal static NewestUnknownException NoReplica(string accessPattern, string table) => new(
        accessPattern, [], $"{accessPattern} reads the newest item in its home region, which is none of the replicas of the table '{table}'.");
}
