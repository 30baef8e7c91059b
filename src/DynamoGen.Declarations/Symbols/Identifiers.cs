namespace DynamoGen.Declarations.Symbols;

/// <summary>Names of one kind made of names of another.</summary>
internal static class Identifiers
{
    /// <summary>A property's name as a local variable or parameter begins.</summary>
    public static string Camel(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);
}
