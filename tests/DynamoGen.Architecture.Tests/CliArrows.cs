namespace DynamoGen.Architecture.Tests;

/// <summary>The tool, which knows nothing of the verbs that it passes on.</summary>
internal static class CliArrows
{
    public static Arrows Table { get; } = new("DynamoGen.Cli", (".", []));
}
