namespace DynamoGen.Declarations.Syntax;

/// <summary>Where an expression stands, which decides what its names and values are.</summary>
internal enum ExpressionDialect
{
    /// <summary>
    /// In an attribute of an access pattern: names are properties, which may hold any letter that C# allows, and values are parameters in braces or literals.
    /// </summary>
    Declared,

    /// <summary>In a request of the SDK: names are attributes of letters and digits of ASCII, or placeholders, and values are placeholders.</summary>
    Request,
}
