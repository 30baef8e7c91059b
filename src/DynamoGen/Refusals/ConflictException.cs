using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>
/// Another transaction is at work on the same item, or one with the same idempotency token is still running; nothing was written by this
/// request. It can be sent again.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling">transaction
/// conflict handling</see>.
/// </remarks>
public sealed class ConflictException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public ConflictException(string accessPattern, AmazonDynamoDBException? innerException = null)
        : base(accessPattern, $"{accessPattern} met another transaction on the same item; it can be sent again.", innerException)
    {
    }
}
