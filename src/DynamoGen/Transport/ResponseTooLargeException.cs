namespace DynamoGen.Transport;

/// <summary>A response was larger than any that the request can have, so reading it was given up. It is not retried.</summary>
public sealed class ResponseTooLargeException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="limit">The largest response that is accepted, in bytes.</param>
    public ResponseTooLargeException(int limit)
        : base($"DynamoDB's response is larger than {limit} bytes, which no response to this request can be.") => Limit = limit;

    /// <summary>The largest response that is accepted, in bytes.</summary>
    public int Limit { get; }
}
