namespace DynamoGen.Streams.Sinks.Services;

/// <summary>
/// What is made of a change is larger than a request may be, and nothing makes it smaller: see <see cref="SinkOptions{TEvent}.WhenTooLarge"/>.
/// </summary>
public sealed class EventTooLargeException : DynamoGenException
{
    internal EventTooLargeException(string service, long size, long limit)
        : base($"An event of {size} bytes is larger than the {limit} bytes that {service} takes. Set WhenTooLarge, which can store it elsewhere.")
    {
        Size = size;
        Limit = limit;
    }

    /// <summary>The event's size in bytes, as the service counts it.</summary>
    public long Size { get; }

    /// <summary>The most bytes that a request may have.</summary>
    public long Limit { get; }
}
