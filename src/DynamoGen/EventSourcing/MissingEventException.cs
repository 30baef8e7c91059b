namespace DynamoGen.EventSourcing;

/// <summary>An event that must be there is not found however often it is read: somebody deleted it. Events are never deleted.</summary>
public sealed class MissingEventException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The version that is missing.</param>
    public MissingEventException(string streamId, long version)
        : base("A stream lacks an event that later ones follow.")
    {
        StreamId = streamId;
        Version = version;
    }

    /// <summary>The stream. No message shows it.</summary>
    public string StreamId { get; }

    /// <summary>The version that is missing.</summary>
    public long Version { get; }
}
