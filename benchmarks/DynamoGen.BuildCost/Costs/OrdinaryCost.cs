using System.Globalization;
using DynamoGen.BuildCost.Generated;

namespace DynamoGen.BuildCost.Costs;

/// <summary>What a solution without DynamoDB code pays for having the package in every project.</summary>
internal static class OrdinaryCost
{
    private const int Projects = 8;
    private const int FilesOfAProject = 115;
    private const int CompilerRounds = 5;
    private const int BuildRounds = 4;

    /// <summary>
    /// The compiler alone on all of it, with nothing else in the build. What it pays for having any analyzer at all is not the product's: the
    /// SDK brings some into every build.
    /// </summary>
    public static async Task<IReadOnlyList<CostBar>> MeasureCompilerAsync()
    {
        var files = ProjectNames().SelectMany(FilesOf).ToList();
        using var compiler = new CompilerProcess(files);
        var least = await Rounds.LeastOfAsync(
            CompilerRounds,
            () => compiler.RunAsync(BuildAnalyzers.None),
            () => compiler.RunAsync(BuildAnalyzers.Idle),
            () => compiler.RunAsync(BuildAnalyzers.Product));
        var details = string.Create(CultureInfo.InvariantCulture,
            $"{least[1]:0.00} s with an analyzer that does nothing, {least[2]:0.00} s with the product, "
                + $"{least[0]:0.00} s with no analyzer, the least of {CompilerRounds} each");
        return [Bar("the compiler alone on", files.Sum(LinesOf), least[1], least[2], details)];
    }

    /// <summary>A real build, with the analyzers that .NET's SDK runs by itself.</summary>
    public static async Task<IReadOnlyList<CostBar>> MeasureBuildAsync()
    {
        using var folder = new BuildFolder();
        var lines = ProjectNames().Sum(project => folder.AddProject(project, FilesOf(project)));
        folder.AddSolution(ProjectNames());
        await folder.RestoreAsync("All.slnx");
        var least = await Rounds.LeastOfAsync(
            BuildRounds, () => folder.RebuildAsync("All.slnx", withProduct: false), () => folder.RebuildAsync("All.slnx", withProduct: true));
        var details = string.Create(CultureInfo.InvariantCulture, $"{least[0]:0.00} s without, {least[1]:0.00} s with, the least of {BuildRounds} each");
        return [Bar("dotnet build -t:Rebuild of", lines, least[0], least[1], details)];
    }

    private static IReadOnlyList<string> ProjectNames() => [.. Enumerable.Range(0, Projects).Select(number => $"Ordinary{number}")];

    private static IReadOnlyList<string> FilesOf(string project) =>
        [.. Enumerable.Range(0, FilesOfAProject).Select(number => OrdinaryFile.Source(project, number))];

    private static int LinesOf(string file) => file.AsSpan().Count('\n') + 1;

    private static CostBar Bar(string what, int lines, double without, double with, string details) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what} {lines:N0} lines without DynamoDB code, added processor time"),
        100 * ((with / without) - 1),
        5,
        "%",
        details);
}
