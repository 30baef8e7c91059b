using DynamoGen.Schema;

namespace DynamoGen.Interception;

/// <summary>One request, as an <see cref="IRequestInterceptor"/> learns of it. It has names and numbers, and no value of a key or an attribute.</summary>
public sealed class InterceptedRequest
{
    /// <summary>The name of the access pattern, such as <c>IOrders.OfCustomer</c>, or of the transaction.</summary>
    public required string AccessPattern { get; init; }

    /// <summary>The operation.</summary>
    public required DynamoOperation Operation { get; init; }

    /// <summary>The table's name in this environment; of a transaction over several tables that of its first action.</summary>
    public required string TableName { get; init; }

    /// <summary>The name of the index that is read; null for the table.</summary>
    public string? IndexName { get; init; }

    /// <summary>How long the request took, its retries and their pauses included, and interceptors not. Zero before it and where it was refused.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often it was sent. 0 before the request, where it was refused, and where an <c>ITransport</c> of your own sends it.</summary>
    public int Attempts { get; init; }

    /// <summary>AWS's identifier of the request; null where no answer was received, and where an <c>ITransport</c> of your own does not say.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The read or write capacity units that DynamoDB says the request consumed, its indexes included; null before it and where it failed. A write whose
    /// condition does not hold consumes some too, which DynamoDB does not tell.
    /// </summary>
    public double? ConsumedCapacityUnits { get; init; }

    /// <summary>
    /// What the request ended with, before it becomes an exception of DynamoGen; null where it was answered. Messages of the SDK's exceptions can quote
    /// values: <see cref="ErrorType"/> is safe to log.
    /// </summary>
    public Exception? Exception { get; init; }

    /// <summary>DynamoDB's code of the error, such as <c>ThrottlingException</c>, or else the exception's type; null where there is none.</summary>
    public string? ErrorType { get; init; }
}
