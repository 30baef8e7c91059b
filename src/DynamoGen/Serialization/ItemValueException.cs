namespace DynamoGen;

/// <summary>
/// A value of an entity cannot be stored in DynamoDB: a NaN or infinite number, a text with a lone surrogate, an undefined enum member, a null where
/// the declaration promises a value. Thrown before anything is sent; it never carries the value.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">supported data types</see>.
/// </remarks>
public sealed class ItemValueException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be stored and why, without the value.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ItemValueException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
