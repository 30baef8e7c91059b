namespace DynamoGen.Declarations.Tables;

/// <summary>The type of a key attribute, numbered as <c>DynamoGen.KeyAttributeType</c>.</summary>
internal enum KeyAttributeType
{
    String,
    Number,
    Binary,
}
