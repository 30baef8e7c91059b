namespace DynamoGen.Streams.Elasticsearch;

/// <summary>
/// Elasticsearch did not take a change, or all of a request, and may do so later: it is busy (429), not available (503), or does not allow it now.
/// </summary>
public sealed class ElasticsearchUnavailableException : DynamoGenException
{
    internal ElasticsearchUnavailableException(int? status, string? errorType, Exception? innerException = null)
        : base(
            $"Elasticsearch did not take it{(status is null ? null : $" (status {status}{(errorType is null ? null : $", {errorType}")})")}. Try again later.",
            innerException)
    {
        Status = status;
        ErrorType = errorType;
    }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? Status { get; }

    /// <summary>Elasticsearch's name of the error, where it has one.</summary>
    public string? ErrorType { get; }
}
