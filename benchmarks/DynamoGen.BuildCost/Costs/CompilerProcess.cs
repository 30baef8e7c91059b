namespace DynamoGen.BuildCost.Costs;

/// <summary>Runs the SDK's compiler on some files: with no analyzer at all, with one that does nothing, and with the product.</summary>
internal sealed class CompilerProcess : IDisposable
{
    private static readonly string[] ProductAssemblies = ["DynamoGen.Generator.dll", "DynamoGen.Analyzers.dll"];

    private readonly string _folder = Directory.CreateTempSubdirectory("dynamogen-build-cost-").FullName;

    public CompilerProcess(IReadOnlyList<string> files)
    {
        string[] common =
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:preview", "-deterministic", $"-out:{Path.Combine(_folder, "out.dll")}",
            .. References().Select(reference => $"-reference:\"{reference}\""),
            .. Write(files),
        ];
        File.WriteAllLines(ResponseFile(BuildAnalyzers.None), common);
        File.WriteAllLines(ResponseFile(BuildAnalyzers.Idle), [.. common, $"-analyzer:\"{IdleAnalyzer.WriteTo(_folder)}\""]);
        File.WriteAllLines(ResponseFile(BuildAnalyzers.Product), [.. common, .. ProductAssemblies.Select(assembly => $"-analyzer:\"{Copy(assembly)}\"")]);
    }

    /// <returns>The processor seconds.</returns>
    public Task<double> RunAsync(BuildAnalyzers analyzers) => BuildProcess.RunAsync(_folder, CompilerPath(), "-noconfig", "@" + ResponseFile(analyzers));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    /// <summary>The compiler lies in the SDK, beside the shared frameworks.</summary>
    private static string CompilerPath()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"), "10.*").Order(StringComparer.Ordinal)
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
    }

    private string ResponseFile(BuildAnalyzers analyzers) => Path.Combine(_folder, $"{analyzers}.rsp");

    private IEnumerable<string> Write(IReadOnlyList<string> sources)
    {
        foreach (var (number, source) in sources.Index())
        {
            var path = Path.Combine(_folder, $"File{number}.cs");
            File.WriteAllText(path, source);
            yield return $"\"{path}\"";
        }
    }

    /// <summary>A folder of their own: beside the benchmark lies another Roslyn.</summary>
    private string Copy(string assembly)
    {
        var path = Path.Combine(_folder, assembly);
        File.Copy(Path.Combine(AppContext.BaseDirectory, assembly), path);
        return path;
    }
}
