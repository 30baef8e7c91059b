namespace DynamoGen.Architecture.Tests;

/// <summary>The fixes of the rules.</summary>
internal static class CodeFixArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.CodeFixes",
        (".", []),
        ("Requests", []),
        ("Schema", []),
        ("Proposals", ["Schema"]),
        ("Declaration", ["."]),
        ("Expressions", ["."]),
        ("KeyDesign", ["."]),
        ("Reads", [".", "Requests"]),
        ("Regions", ["."]),
        ("Writes", [".", "Requests"]));
}
