namespace DynamoGen;

/// <summary>
/// A call of many puts, deletions or reads ended before all were done. What is not listed here was done; what is listed was not confirmed, and of the
/// last request may have been done all the same, when its answer was lost.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
public sealed class BatchIncompleteException : DynamoGenException
{
    private readonly IReadOnlyList<object?> _values;

    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="notDone">The indices, in the caller's sequence, of what was not done.</param>
    /// <param name="values">What the caller gave for each of them.</param>
    /// <param name="innerException">What ended the call, or null when DynamoDB left the entries unprocessed for too long.</param>
    public BatchIncompleteException(
        string accessPattern, IReadOnlyList<int> notDone, IReadOnlyList<object?> values, Exception? innerException = null)
        : base(Describe(accessPattern, notDone.Count, innerException), innerException)
    {
        AccessPattern = accessPattern;
        NotDone = notDone;
        _values = values;
    }

    /// <summary>The name of the access pattern.</summary>
    public string AccessPattern { get; }

    /// <summary>The indices of what was not done, in the sequence that the caller gave; a key that was asked for twice is listed by its first.</summary>
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
