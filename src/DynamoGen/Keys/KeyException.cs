namespace DynamoGen;

/// <summary>
/// A value cannot be part of a key: it is too long, has more digits than its width, or holds a character that keys cannot carry. Thrown before
/// anything is sent; it never carries the value.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.</remarks>
public sealed class KeyException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be part of a key and why, without the value.</param>
    public KeyException(string message)
        : base(message)
    {
    }
}
