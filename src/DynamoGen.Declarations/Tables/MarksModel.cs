namespace DynamoGen.Declarations.Tables;

/// <summary>The attributes of every item of a table by which it is known for an item of its entity.</summary>
/// <param name="Type">The one that holds the entity's name.</param>
/// <param name="Version">The one that holds the version of the stored shape.</param>
internal sealed record MarksModel(string Type, string Version)
{
    public static MarksModel Default { get; } = new("_t", "_v");

    /// <summary>Whether items carry them.</summary>
    public ItemMarks Presence { get; init; }

    /// <summary>The attributes that items which are written carry.</summary>
    public IEnumerable<string> All => AreWritten ? [Type, Version] : [];

    /// <summary>Whether what is written carries them.</summary>
    public bool AreWritten => Presence != ItemMarks.None;
}

/// <summary>Whether the items of a table carry the marks by which they are known. The values are those of the attribute's.</summary>
internal enum ItemMarks
{
    /// <summary>Each does.</summary>
    Required,

    /// <summary>What is written does; the others are known by their keys.</summary>
    Optional,

    /// <summary>None does, and all are known by their keys.</summary>
    None,
}
