namespace DynamoGen.Architecture.Tests;

/// <summary>The rules.</summary>
internal static class AnalyzerArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Analyzers",
        ("Costs", []),
        ("Libraries", []),
        ("Options", []),
        ("Rules", []),
        (".", ["Libraries", "Options"]),
        ("Requests", ["Libraries"]),
        ("Expressions", [".", "Libraries", "Requests", "Rules"]),
        ("Clients", [".", "Libraries", "Requests", "Rules"]),
        ("KeyDesign", [".", "Libraries", "Options", "Rules"]),
        ("Schema", [".", "Rules"]),
        ("Migrations", [".", "Requests", "Rules"]),
        ("Proposals", [".", "KeyDesign", "Libraries"]),
        ("Declaration", [".", "Expressions", "KeyDesign", "Libraries", "Proposals", "Requests", "Rules"]),
        ("Design", [".", "Costs", "KeyDesign", "Libraries", "Rules"]),
        ("Tables", [".", "Costs", "Design", "KeyDesign", "Libraries", "Rules"]),
        ("Regions", [".", "Design", "Rules"]),
        ("Reads", [".", "Declaration", "Design", "Expressions", "KeyDesign", "Libraries", "Options", "Requests", "Rules"]),
        ("Writes", [".", "Declaration", "Expressions", "KeyDesign", "Libraries", "Reads", "Requests", "Rules"]));
}
