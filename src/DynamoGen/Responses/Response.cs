namespace DynamoGen;

/// <summary>
/// What an access pattern returned, and what its requests say beside it, where a method returns it: <c>ValueTask&lt;Response&lt;Order?&gt;&gt;</c>.
/// </summary>
/// <typeparam name="T">What the method would return without it.</typeparam>
/// <param name="Value">What the method would return without it.</param>
/// <remarks>
/// It is there with and without telemetry, whoever listens to that. A method that returns it costs an object or two more, and all others nothing. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#API_Query_ResponseSyntax">the response of a Query</see>.
/// </remarks>
public readonly record struct Response<T>(T Value)
{
    /// <summary>The capacity units that all requests of the call consumed, of their tables with all indexes; 0 where the server tells none.</summary>
    public double ConsumedCapacity { get; init; }

    /// <summary>
    /// The part of them that each index consumed, by its name; null unless <see cref="DynamoGenOptions.TellIndexCapacity"/> asks for it. What is left is
    /// that of the tables.
    /// </summary>
    public IReadOnlyDictionary<string, double>? CapacityOfIndexes { get; init; }

    /// <summary>
    /// How many requests were sent: pages, shards, repetitions of a batch; none where a cache answered. A retry of the transport is none of its own.
    /// </summary>
    public int Requests { get; init; }

    /// <summary>
    /// The identifiers that AWS gave the requests, in the order of their answers, for its support; those that a transport does not tell are missing.
    /// </summary>
    public IReadOnlyList<string> RequestIds { get; init; } = [];

    /// <summary>How many items the answers held, or how many were written; of a query those that met its filter.</summary>
    public long Count { get; init; }

    /// <summary>How many items were read for it before the filter; null where no query or scan was sent.</summary>
    public long? ScannedCount { get; init; }
}
