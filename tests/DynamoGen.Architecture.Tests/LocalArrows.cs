namespace DynamoGen.Architecture.Tests;

/// <summary>The package that starts DynamoDB Local.</summary>
internal static class LocalArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Local",
        ("Tools", []),
        ("Settings", ["Tools"]),
        ("Errors", ["Settings"]),
        ("Npm", ["Errors", "Settings", "Tools"]),
        ("Servers", ["Errors", "Npm", "Settings", "Tools"]),
        (".", ["Errors", "Servers", "Settings", "Tools"]));
}
