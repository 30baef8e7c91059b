namespace DynamoGen.Declarations.Tables;

/// <summary>The attributes of every item of a table by which it is known for an item of its entity.</summary>
/// <param name="Type">The one that holds the entity's name.</param>
/// <param name="Version">The one that holds the version of the stored shape.</param>
internal sealed record MarksModel(string Type, string Version)
{
    public static MarksModel Default { get; } = new("_t", "_v");

    public IEnumerable<string> All => [Type, Version];
}
