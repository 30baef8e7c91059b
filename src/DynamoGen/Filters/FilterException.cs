namespace DynamoGen;

/// <summary>
/// A filter that a call has put together is one that DynamoDB would refuse: it has more than 300 operators, 4 KB of text or 100 values in one list, or looks
/// at a key of what is queried. Thrown before anything is sent; the message carries no value.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">quotas of expressions</see>.
/// </remarks>
public sealed class FilterException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern that was called, such as <c>IOrders.Search</c>.</param>
    /// <param name="reason">What is wrong with the filter, as the end of a sentence.</param>
    public FilterException(string accessPattern, string reason)
        : base($"The filter of {accessPattern} {reason}.") => AccessPattern = accessPattern;

    /// <summary>The access pattern that was called.</summary>
    public string AccessPattern { get; }
}
