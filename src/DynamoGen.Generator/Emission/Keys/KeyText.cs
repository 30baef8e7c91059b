using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>The JSON around key attributes.</summary>
internal static class KeyText
{
    /// <summary>What stands before the content of an attribute: its name, and the value up to the opening quote.</summary>
    public static string Opening(KeyAttributeModel attribute) => $"\"{JsonText.Of(attribute.Attribute)}\":{{\"{attribute.Descriptor}\":\"";
}
