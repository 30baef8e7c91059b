namespace DynamoGen.Package.Tests;

/// <summary>A project somewhere on the disk that has installed the package, or references a project that has.</summary>
public sealed class ConsumerProject
{
    /// <summary>No process of a build stays behind.</summary>
    private static readonly string[] Build = ["build", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    internal ConsumerProject(
        string folder, string? sources, string feed, string packages, string references, string outputType = "Library", string framework = "net10.0")
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        if (sources is not null)
        {
            CopySources(sources, folder);
        }

        System.IO.File.WriteAllText(File, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <LangVersion>latest</LangVersion>
                <OutputType>{outputType}</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {Restore(feed, packages)}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>A project that is in its folder already, and knows nothing of where its packages are.</summary>
    internal ConsumerProject(string folder, string feed, string packages)
    {
        Folder = folder;
        System.IO.File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                {Restore(feed, packages)}
              </PropertyGroup>
            </Project>
            """);
    }

    public string Folder { get; }

    /// <summary>The path of the project's file.</summary>
    public string File => Path.Combine(Folder, Path.GetFileName(Folder) + ".csproj");

    /// <summary>Compiles everything anew.</summary>
    /// <param name="properties">What the build sets, each as <c>Name=Value</c>.</param>
    /// <returns>Whether it succeeded, and what it said of the code.</returns>
    public async Task<(bool Succeeded, IReadOnlyList<string> Said)> BuildAsync(params IEnumerable<string> properties)
    {
        var (exitCode, output) = await PrintedBuildAsync(properties);
        var said = BuildLine.In(output);
        Assert.True(exitCode == 0 || said.Count > 0, output);
        return (exitCode == 0, said);
    }

    /// <summary>As <see cref="BuildAsync"/>, with all that it prints.</summary>
    public Task<(int ExitCode, string Output)> PrintedBuildAsync(params IEnumerable<string> properties) =>
        CommandLine.RunAsync(Folder, [.. Build, "-t:Rebuild", .. properties.Select(property => $"-p:{property}")]);

    /// <summary>Lets one run of <c>dotnet format</c> apply the fixes of some rules.</summary>
    public async Task FixAsync(params string[] rules)
    {
        var (exitCode, output) = await CommandLine.RunAsync(Folder, ["format", "analyzers", "--diagnostics", .. rules, "--no-restore"]);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>What a project restores from.</summary>
    private static string Restore(string feed, string packages) => $"""
        <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
        <RestorePackagesPath>{packages}</RestorePackagesPath>
        <RestoreFallbackFolders>{PackagesOfThisUser()}</RestoreFallbackFolders>
        <NuGetAudit>false</NuGetAudit>
        """;

    /// <summary>Where the packages that this one depends on already are, since this repository was restored.</summary>
    private static string PackagesOfThisUser() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages
            ? packages
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void CopySources(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, path);
            if ((path.EndsWith(".cs", StringComparison.Ordinal) || Path.GetFileName(path) == ".editorconfig")
                && relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                var target = Path.Combine(to, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                System.IO.File.Copy(path, target);
            }
        }
    }
}
