namespace DynamoGen.Architecture.Tests;

/// <summary>The folders of a project from the lowest to the highest, each with those below it that it may use.</summary>
/// <param name="Project">The project.</param>
/// <param name="Folders">The folders; <c>.</c> is the project's own.</param>
internal sealed record Arrows(string Project, params (string Folder, string[] Uses)[] Folders)
{
    /// <summary>All projects.</summary>
    public static IReadOnlyList<Arrows> All { get; } =
        [DeclarationArrows.Table, GeneratorArrows.Table, AnalyzerArrows.Table, CodeFixArrows.Table, DynamoGenArrows.Table, LocalArrows.Table,
         ElasticsearchArrows.Table, OpenTelemetryArrows.Table, TestingArrows.Table, AspireHostingArrows.Table, CommandLineArrows.Table, CliArrows.Table,
         new("DynamoGen.Analyzers.Package")];
}
