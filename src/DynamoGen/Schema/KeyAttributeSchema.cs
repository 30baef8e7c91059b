namespace DynamoGen.Schema;

/// <summary>One attribute of a key.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">Its type.</param>
public sealed record KeyAttributeSchema(string Name, KeyAttributeType Type);
