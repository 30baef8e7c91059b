namespace DynamoGen.Regions;

/// <summary>What becomes of a write that belongs to another region than that of this process.</summary>
public enum ForeignWrites
{
    /// <summary>It is sent to that region, by the client that was added for it: it takes the way there and back longer.</summary>
    Send,

    /// <summary>
    /// It is refused by a <see cref="WrongRegionException"/> before anything is sent, so that the caller moves the user there and not the call.
    /// </summary>
    Refuse,
}
