namespace DynamoGen.Streams;

/// <summary>What happened to an item.</summary>
public enum ChangeKind
{
    /// <summary>The item is new (<c>INSERT</c>).</summary>
    Inserted,

    /// <summary>The item was there before and differs now (<c>MODIFY</c>).</summary>
    Modified,

    /// <summary>The item is gone (<c>REMOVE</c>).</summary>
    Removed,
}
