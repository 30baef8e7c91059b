namespace DynamoGen.Cli.Adoption.Values;

/// <summary>A record that a map is read as.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record NestedRecord(string Name, IReadOnlyList<PropertyDraft> Properties);

/// <summary>A property that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attribute">The attribute that it is stored in.</param>
/// <param name="Form">Its type.</param>
/// <param name="IsOptional">Whether some items lack it.</param>
/// <param name="IsTimeToLive">Whether it is the item's end.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record PropertyDraft(string Name, string Attribute, ValueForm Form, bool IsOptional, bool IsTimeToLive, IReadOnlyList<string> Doubts)
{
    /// <summary>Whether it may be null. A set that an item lacks is empty instead.</summary>
    public bool IsNullable => Form.HasNull || (IsOptional && !Form.IsSet);
}
