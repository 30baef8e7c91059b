namespace DynamoGen;

/// <summary>Whether the items of a table carry the marks by which they are known: the name of their entity, and the version of their stored shape.</summary>
public enum ItemMarks
{
    /// <summary>Each item carries them. What carries no name of an entity is another program's.</summary>
    Required,

    /// <summary>
    /// What is written carries them. An item that carries no name is known by the texts that its keys begin with, so that items of another program are read;
    /// those of different entities must begin differently, or the build fails.
    /// </summary>
    Optional,

    /// <summary>
    /// No item carries them, and all are known by the texts that their keys begin with, as with <see cref="Optional"/>. Its entities have one version each,
    /// and no values by region.
    /// </summary>
    None,
}
