namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>How the context names attributes for members that name none.</summary>
internal enum NameCasing
{
    /// <summary>As the member.</summary>
    AsIs,

    /// <summary>With a small first letter, but for members of nested objects.</summary>
    CamelCaseAtTheRoot,

    /// <summary>With a small first letter.</summary>
    CamelCase,
}
