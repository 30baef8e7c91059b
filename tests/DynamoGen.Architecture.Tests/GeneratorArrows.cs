namespace DynamoGen.Architecture.Tests;

/// <summary>What prints models.</summary>
internal static class GeneratorArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Generator",
        ("Emission/Source", []),
        ("Emission/Tables", ["Emission/Source"]),
        ("Emission/Values", ["Emission/Source"]),
        ("Emission/Keys", ["Emission/Source", "Emission/Values"]),
        ("Emission/Entities", ["Emission/Keys", "Emission/Source", "Emission/Values"]),
        ("Emission/Filters", ["Emission/Source", "Emission/Values"]),
        ("Emission/Patches", ["Emission/Entities", "Emission/Source", "Emission/Values"]),
        ("Emission/Repositories", ["Emission/Keys", "Emission/Source", "Emission/Values"]),
        ("Emission/Migrations", ["Emission/Repositories", "Emission/Source"]),
        ("Emission/Skeletons", ["Emission/Source"]),
        ("Emission/Streams", ["Emission/Source"]),
        ("Emission/Wrappers", ["Emission/Source"]),
        (".",
            ["Emission/Entities", "Emission/Filters", "Emission/Migrations", "Emission/Patches", "Emission/Repositories", "Emission/Skeletons",
             "Emission/Streams", "Emission/Tables", "Emission/Wrappers"]));
}
