using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.BuildCost.Sweeping;

/// <summary>Binds the C# files below a folder and says what the generator and all analyzers make of them.</summary>
internal static class SweepCommand
{
    /// <returns>1 if an analyzer or the generator threw, else 0.</returns>
    public static async Task<int> RunAsync(string folder, SweepOptions options)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}.");
            return 2;
        }

        var report = new SweepReport();
        string[] parts = options.ByFolder ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [folder];
        foreach (var part in parts)
        {
            var trees = Sources.FilesBelow(part)
                .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Sources.ParseOptions, Path.GetRelativePath(folder, path)))
                .ToList();
            if (trees.Count > 0)
            {
                report.Add(trees, await Sweep.OfAsync(Path.GetFileName(Path.GetFullPath(part)), trees, options));
            }
        }

        report.Print(Console.Out, withHits: !options.IsQuiet);
        return report.Exceptions == 0 ? 0 : 1;
    }
}
