namespace DynamoGen.EventSourcing;

/// <summary>
/// A stream does not have the version that an append expects, or other appends won every race with one that expects <see cref="ExpectedVersion.Any"/>. Nothing
/// was written. Load the stream again and decide anew.
/// </summary>
public sealed class ConcurrencyException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="expectedVersion">The version that was expected.</param>
    /// <param name="actualVersion">The version that the stream has, read consistently after the append was refused.</param>
    /// <param name="innerException">What the last attempt ended with, where one was sent.</param>
    public ConcurrencyException(string streamId, ExpectedVersion expectedVersion, long actualVersion, Exception? innerException = null)
        : base("The stream does not have the version that the append expects, or other appends came first each time.", innerException)
    {
        StreamId = streamId;
        ExpectedVersion = expectedVersion;
        ActualVersion = actualVersion;
    }

    /// <summary>The stream. No message shows it.</summary>
    public string StreamId { get; }

    /// <summary>The version that was expected.</summary>
    public ExpectedVersion ExpectedVersion { get; }

    /// <summary>The version that the stream has; 0 where it has no event.</summary>
    public long ActualVersion { get; }
}
