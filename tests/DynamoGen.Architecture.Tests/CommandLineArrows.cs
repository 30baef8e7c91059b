namespace DynamoGen.Architecture.Tests;

/// <summary>The verbs: what they have in common below, a folder for each group of them above, and what mounts them on top.</summary>
internal static class CommandLineArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.CommandLine",
        ("Output", []),
        ("Commands", ["Output"]),
        ("Streams", ["Commands", "Output"]),
        ("Migrations", ["Commands", "Output"]),
        (".", ["Commands", "Migrations", "Streams"]));
}
