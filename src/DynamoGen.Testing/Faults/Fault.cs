using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Testing;

/// <summary>What a request can meet on its way.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
public enum Fault
{
    /// <summary>DynamoDB refuses the attempt by a <see cref="ProvisionedThroughputExceededException"/> with its reason; nothing is sent.</summary>
    Throttled,

    /// <summary>The request is sent and applied, and the connection ends before its answer arrives.</summary>
    LostAnswer,

    /// <summary>The first half of a batch of at least two entries is sent, and the answer says that the rest was left unprocessed.</summary>
    UnprocessedParts,

    /// <summary>
    /// A Query or Scan looks at no more than <see cref="FaultRule.PageSize"/> items, so that its answer is a short page with the key to go on from.
    /// </summary>
    PageCut,

    /// <summary>The request is sent after <see cref="FaultRule.Delay"/>.</summary>
    Slow,

    /// <summary>The request is sent and applied, and its answer ends in the middle, which the transport finds by its length.</summary>
    Truncated,

    /// <summary>The request is sent and applied, and its answer is not what its CRC32 says, which the transport finds.</summary>
    WrongChecksum,

    /// <summary>
    /// A transaction is cancelled because another one is at work on its first item (<see cref="TransactionCanceledException"/>), a Put, update or Delete is
    /// refused for the same reason (<see cref="TransactionConflictException"/>); nothing is sent.
    /// </summary>
    TransactionConflict,
}
