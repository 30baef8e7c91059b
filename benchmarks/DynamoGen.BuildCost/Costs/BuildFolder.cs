namespace DynamoGen.BuildCost.Costs;

/// <summary>A folder with projects that are really built; the product is switched on by <c>-p:WithProduct=true</c>. It is deleted at the end.</summary>
internal sealed class BuildFolder : IDisposable
{
    private static readonly string[] ProductAssemblies = ["DynamoGen.Generator.dll", "DynamoGen.Analyzers.dll"];

    private static readonly string[] ReferencedAssemblies =
        ["DynamoGen.dll", "AWSSDK.DynamoDBv2.dll", "AWSSDK.Core.dll", "Microsoft.Extensions.DependencyInjection.Abstractions.dll"];

    public BuildFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "product"));
        foreach (var assembly in ProductAssemblies)
        {
            // A folder of their own: beside the benchmark lies another Roslyn.
            File.Copy(Path.Combine(AppContext.BaseDirectory, assembly), Path.Combine(Root, "product", assembly));
        }

        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join(Environment.NewLine, ReferencedAssemblies.Select(assembly => $"<Reference Include=\"{Path.Combine(AppContext.BaseDirectory, assembly)}\" />"))}
              </ItemGroup>
              <ItemGroup Condition="'$(WithProduct)' == 'true'">
                <Analyzer Include="{Path.Combine(Root, "product", "*.dll")}" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("dynamogen-build-cost-").FullName;

    /// <summary>Writes a project; its assembly has the project's name.</summary>
    /// <returns>The number of lines.</returns>
    public int AddProject(string name, IEnumerable<string> sources)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        var lines = 0;
        foreach (var (number, source) in sources.Index())
        {
            File.WriteAllText(Path.Combine(folder, $"File{number}.cs"), source);
            lines += source.AsSpan().Count('\n') + 1;
        }

        return lines;
    }

    public void AddSolution(IEnumerable<string> projects) => File.WriteAllText(
        Path.Combine(Root, "All.slnx"),
        $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}/{project}.csproj\" />"))}</Solution>");

    public Task RestoreAsync(string target) => BuildProcess.RunAsync(Root, "restore", target, "-v:quiet");

    /// <summary>
    /// Compiles everything anew, in processes that end with the build and are all waited for, so that their processor time can be counted; of a
    /// second node, MSBuild only sometimes waits for the end.
    /// </summary>
    public Task<double> RebuildAsync(string target, bool withProduct) =>
        BuildProcess.RunAsync(Root, "build", target, "-t:Rebuild", "--no-restore",
            "-v:quiet", "-nologo", "-nodeReuse:false", "-maxCpuCount:1", "-p:UseSharedCompilation=false", $"-p:WithProduct={withProduct}");

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
