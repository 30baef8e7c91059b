namespace DynamoGen.EventSourcing;

/// <summary>
/// An event that matches the query of an append's condition was appended after the query was read. Nothing was written. Read the query again and decide anew.
/// </summary>
public sealed class BoundaryChangedException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="type">The type of the new event.</param>
    /// <param name="tag">Its tag.</param>
    public BoundaryChangedException(string type, string tag)
        : base("An event that matches the condition of the append was appended meanwhile.")
    {
        Type = type;
        Tag = tag;
    }

    /// <summary>The type of the new event.</summary>
    public string Type { get; }

    /// <summary>Its tag. No message shows it.</summary>
    public string Tag { get; }
}
