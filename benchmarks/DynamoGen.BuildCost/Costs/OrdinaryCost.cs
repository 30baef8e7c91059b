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

    /// <summary>The compiler alone on all of it, with nothing else in the build.</summary>
    public static async Task<IReadOnlyList<CostBar>> MeasureCompilerAsync()
    {
        var files = ProjectNames().SelectMany(FilesOf).ToList();
        using var compiler = new CompilerProcess(files, []);
        var (without, with) = await Rounds.LeastOfAsync(CompilerRounds, () => compiler.RunAsync(withProduct: false), () => compiler.RunAsync(withProduct: true));
        return [Bar("the compiler alone on", files.Sum(LinesOf), without, with, CompilerRounds)];
    }

    /// <summary>A real build, with the analyzers that .NET's SDK runs by itself.</summary>
    public static async Task<IReadOnlyList<CostBar>> MeasureBuildAsync()
    {
        using var folder = new BuildFolder();
        var lines = ProjectNames().Sum(project => folder.AddProject(project, FilesOf(project)));
        folder.AddSolution(ProjectNames());
        await folder.RestoreAsync("All.slnx");
        var (without, with) = await Rounds.LeastOfAsync(BuildRounds, () => folder.RebuildAsync("All.slnx", withProduct: false), () => folder.RebuildAsync("All.slnx", withProduct: true));
        return [Bar("dotnet build -t:Rebuild of", lines, without, with, BuildRounds)];
    }

    private static IReadOnlyList<string> ProjectNames() => [.. Enumerable.Range(0, Projects).Select(number => $"Ordinary{number}")];

    private static IReadOnlyList<string> FilesOf(string project) => [.. Enumerable.Range(0, FilesOfAProject).Select(number => OrdinaryFile.Source(project, number))];

    private static int LinesOf(string file) => file.AsSpan().Count('\n') + 1;

    private static CostBar Bar(string what, int lines, double without, double with, int rounds) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what} {lines:N0} lines without DynamoDB code, added processor time"),
        100 * ((with / without) - 1),
        5,
        "%",
        string.Create(CultureInfo.InvariantCulture, $"{without:0.00} s without, {with:0.00} s with, the least of {rounds} each"));
}
