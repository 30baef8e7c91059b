namespace DynamoGen.Architecture.Tests;

/// <summary>The tool, which knows nothing of the verbs that it passes on.</summary>
internal static class CliArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Cli",
        ("Adoption/Tables", []),
        ("Adoption/Names", []),
        ("Adoption/Values", ["Adoption/Names"]),
        ("Adoption/Keys", ["Adoption/Values"]),
        ("Adoption/Entities", ["Adoption/Keys", "Adoption/Names", "Adoption/Tables", "Adoption/Values"]),
        ("Adoption/Writing", ["Adoption/Entities", "Adoption/Keys", "Adoption/Names", "Adoption/Tables", "Adoption/Values"]),
        ("Adoption/Classes", []),
        ("Adoption/Mapping", ["Adoption/Classes", "Adoption/Entities", "Adoption/Keys", "Adoption/Names", "Adoption/Tables", "Adoption/Values"]),
        ("Adoption", ["Adoption/Classes", "Adoption/Entities", "Adoption/Mapping", "Adoption/Tables", "Adoption/Writing"]),
        (".", ["Adoption"]));
}
