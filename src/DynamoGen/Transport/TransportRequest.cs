using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>One request, as the UTF-8 JSON of the wire protocol.</summary>
/// <param name="Operation">The operation that <paramref name="Body"/> is a request of.</param>
/// <param name="TableName">The table's name or ARN, as it also stands in the body.</param>
/// <param name="Body">The request's JSON. The sender may use its memory again only after the call has ended.</param>
public readonly record struct TransportRequest(DynamoOperation Operation, string TableName, ReadOnlyMemory<byte> Body)
{
    /// <summary>
    /// The largest response in bytes, by what the request asks for; reading a larger one may be given up. Null where the request does not say more than its
    /// operation.
    /// </summary>
    public int? ResponseLimit { get; init; }

    /// <summary>
    /// Whether the request may be sent again after an attempt that DynamoDB may have applied. An update that adds to a number is not: it would count twice.
    /// A request that surely was not applied, such as a throttled one, may be sent again in any case.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>
    /// The name of the access pattern that the request is part of, such as <c>IOrders.Get</c>, or of the transaction; null where it is part of none.
    /// </summary>
    public string? AccessPattern { get; init; }

    /// <summary>What wants to know of the attempts; null where nothing does.</summary>
    internal ObservedRequest? Observer { get; init; }
}
