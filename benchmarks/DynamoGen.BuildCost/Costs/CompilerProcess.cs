namespace DynamoGen.BuildCost.Costs;

/// <summary>Runs the SDK's compiler on some files, with no analyzers of others that would make ours look small.</summary>
internal sealed class CompilerProcess : IDisposable
{
    private static readonly string[] ProductAssemblies = ["DynamoGen.Generator.dll", "DynamoGen.Analyzers.dll"];

    private readonly string _folder = Directory.CreateTempSubdirectory("dynamogen-build-cost-").FullName;

    /// <param name="files">The files to compile in any case.</param>
    /// <param name="generated">What the generator would write, to compile where it does not run.</param>
    public CompilerProcess(IReadOnlyList<string> files, IReadOnlyList<string> generated)
    {
        string[] common =
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:preview", "-deterministic", $"-out:{Path.Combine(_folder, "out.dll")}",
            .. References().Select(reference => $"-reference:\"{reference}\""),
            .. Write(files, "File"),
        ];
        File.WriteAllLines(WithoutProduct, [.. common, .. Write(generated, "Generated")]);
        File.WriteAllLines(WithProduct, [.. common, .. ProductAssemblies.Select(assembly => $"-analyzer:\"{Copy(assembly)}\"")]);
    }

    private string WithoutProduct => Path.Combine(_folder, "without.rsp");

    private string WithProduct => Path.Combine(_folder, "with.rsp");

    /// <returns>The processor seconds.</returns>
    public Task<double> RunAsync(bool withProduct) => BuildProcess.RunAsync(_folder, CompilerPath(), "-noconfig", "@" + (withProduct ? WithProduct : WithoutProduct));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    /// <summary>The compiler lies in the SDK, beside the shared frameworks.</summary>
    private static string CompilerPath()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"), "10.*").Order(StringComparer.Ordinal).Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
    }

    private IEnumerable<string> Write(IReadOnlyList<string> sources, string prefix)
    {
        foreach (var (number, source) in sources.Index())
        {
            var path = Path.Combine(_folder, $"{prefix}{number}.cs");
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
