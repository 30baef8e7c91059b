namespace DynamoGen.Declarations.Values;

/// <summary>Types of attributes that a property is read from besides its own, with the numbers that they have in declarations.</summary>
[Flags]
internal enum AttributeTypes
{
    None = 0,
    Set = 1,
    List = 2,
    Number = 4,
    Null = 8,
}
