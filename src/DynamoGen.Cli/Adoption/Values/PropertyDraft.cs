namespace DynamoGen.Cli.Adoption.Values;

/// <summary>A property that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attribute">The attribute that it is stored in.</param>
/// <param name="Form">Its type.</param>
/// <param name="IsOptional">Whether some items lack it.</param>
/// <param name="Marks">Attributes that say what it is for, such as <c>TimeToLive</c>.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record PropertyDraft(
    string Name, string Attribute, ValueForm Form, bool IsOptional, IReadOnlyList<string> Marks, IReadOnlyList<string> Doubts)
{
    /// <summary>Whether it may be null. A set that an item lacks is empty instead.</summary>
    public bool IsNullable => Form.HasNull || (IsOptional && Initial is null && !Form.IsSet);

    /// <summary>What it has where an item lacks it, as C#; empty for the default of its type, and null where that is null or no item may lack it.</summary>
    public string? Initial { get; init; }
}
