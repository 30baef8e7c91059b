namespace DynamoGen;

/// <summary>
/// A call of many puts, deletions or reads ended before all were done, and says how far it came: it took the first <see cref="Taken"/> entries of the
/// caller's sequence and none behind them. Of those it took, what is listed in <see cref="NotDone"/> was not confirmed, and everything else was done.
/// </summary>
/// <remarks>
/// To go on, send what is listed and then the sequence from <see cref="Taken"/> on. What was in flight in the last request is listed, and may have
/// been done all the same when its answer was lost. The exception holds no more than one request of entries, however long the sequence is. When the caller's
/// token ended the call, it is the inner exception of the <see cref="OperationCanceledException"/>. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.
/// </remarks>
public sealed class BatchIncompleteException : DynamoGenException
{
    private readonly IReadOnlyList<object?> _values;

    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="notDone">The indices, in the caller's sequence, of what was not done.</param>
    /// <param name="values">What the caller gave for each of them.</param>
    /// <param name="innerException">What ended the call, or null when DynamoDB left the entries unprocessed for too long.</param>
    /// <param name="taken">How many entries were taken; null for all up to the last that was not done.</param>
    public BatchIncompleteException(
        string accessPattern, IReadOnlyList<int> notDone, IReadOnlyList<object?> values, Exception? innerException = null, int? taken = null)
        : base(Describe(accessPattern, notDone.Count, innerException), innerException)
    {
        AccessPattern = accessPattern;
        NotDone = notDone;
        Taken = taken ?? notDone.DefaultIfEmpty(-1).Max() + 1;
        _values = values;
    }

    /// <summary>The name of the access pattern.</summary>
    public string AccessPattern { get; }

    /// <summary>How many entries were taken from the sequence that the caller gave; those behind them were never asked for.</summary>
    public int Taken { get; }

    /// <summary>
    /// The indices of what was taken and not done, in the sequence that the caller gave: at most one request of entries and the one behind it. A key that was
    /// asked for twice is listed by its first.
    /// </summary>
    public IReadOnlyList<int> NotDone { get; }

    /// <summary>The entities that were not put, to be put again.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <returns>One for each of <see cref="NotDone"/>, except for a null in the sequence; none when the call was not one of puts of that entity.</returns>
    public IReadOnlyList<TEntity> Entities<TEntity>()
        where TEntity : class => [.. _values.OfType<TEntity>()];

    private static string Describe(string accessPattern, int count, Exception? cause) => cause is null
        ? $"{accessPattern} ended with {count} entries not done, because DynamoDB left them unprocessed in every attempt."
        : $"{accessPattern} ended with {count} entries not done, because of a {cause.GetType().Name}.";
}
