namespace DynamoGen.Architecture.Tests;

/// <summary>What parses declarations, for the generator and the analyzers alike: from symbols up to repositories.</summary>
internal static class DeclarationArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Declarations",
        ("Compatibility", []),
        ("Problems", []),
        ("Syntax", []),
        ("Symbols", ["Problems"]),
        ("Assemblies", ["Problems", "Symbols"]),
        ("Tables", ["Problems", "Symbols"]),
        ("Values", ["Problems", "Symbols"]),
        ("Wrappers", ["Problems", "Symbols", "Values"]),
        ("Keys", ["Problems", "Symbols", "Tables", "Values"]),
        ("Versions", ["Problems", "Symbols", "Values"]),
        ("Lifecycle", ["Keys", "Problems", "Symbols", "Tables", "Values"]),
        ("Parameters", ["Keys", "Symbols"]),
        ("Expressions", ["Keys", "Parameters", "Symbols", "Syntax", "Values"]),
        ("Uniqueness", ["Keys", "Lifecycle", "Problems", "Symbols", "Tables", "Values"]),
        ("Entities", ["Assemblies", "Keys", "Lifecycle", "Problems", "Symbols", "Tables", "Uniqueness", "Values", "Versions"]),
        ("Skeletons", ["Entities", "Problems", "Symbols", "Tables"]),
        ("Streams", ["Entities", "Lifecycle", "Parameters", "Problems", "Symbols", "Tables", "Values"]),
        ("Patches", ["Assemblies", "Entities", "Expressions", "Keys", "Lifecycle", "Parameters", "Problems", "Symbols", "Uniqueness", "Values"]),
        ("Filters", ["Entities", "Expressions", "Problems", "Symbols", "Values"]),
        ("Patterns", ["Entities", "Expressions", "Keys", "Lifecycle", "Parameters", "Problems", "Symbols", "Tables", "Values"]),
        ("Reads", ["Entities", "Expressions", "Keys", "Lifecycle", "Parameters", "Patterns", "Problems", "Symbols", "Tables", "Values"]),
        ("Writes", ["Entities", "Expressions", "Keys", "Lifecycle", "Parameters", "Patches", "Patterns", "Symbols", "Tables", "Uniqueness", "Values"]),
        ("Batches", ["Entities", "Keys", "Lifecycle", "Parameters", "Patterns", "Reads", "Symbols", "Values"]),
        ("Costs", ["Batches", "Entities", "Expressions", "Keys", "Lifecycle", "Patterns", "Reads", "Symbols", "Tables", "Uniqueness", "Values", "Writes"]),
        ("Repositories",
            ["Batches", "Costs", "Entities", "Keys", "Lifecycle", "Parameters", "Patterns", "Problems", "Reads", "Symbols", "Tables", "Uniqueness",
                "Values", "Writes"]),
        ("Migrations",
            ["Batches", "Entities", "Expressions", "Keys", "Parameters", "Patterns", "Problems", "Reads", "Repositories", "Symbols", "Writes"]));
}
