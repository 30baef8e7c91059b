namespace DynamoGen.Transport.Direct;

/// <summary>How one attempt ended: with a response, or with a failure that another attempt may not have.</summary>
internal readonly record struct DirectAnswer
{
    public DirectAnswer(TransportResponse response) => Response = response;

    public DirectAnswer(Exception failure) => Failure = failure;

    public TransportResponse? Response { get; }

    public Exception? Failure { get; }

    /// <summary>The identifier that AWS gave the request, where it was asked for.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the server asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The server's clock, or null.</summary>
    public DateTimeOffset? Date { get; init; }
}
