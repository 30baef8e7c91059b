using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>Reads files of C# by their syntax alone.</summary>
internal static class SourceFiles
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    /// <summary>The files that a path names: itself, or those below a folder that are no output of a build.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"'{path}' is no file and no folder.");
        }

        return
        [
            .. Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).SkipLast(1).Any(folder => folder is "bin" or "obj"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Parses a file.</summary>
    /// <exception cref="InvalidDataException">It is no C#.</exception>
    public static async Task<SyntaxTree> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(await File.ReadAllTextAsync(file, cancellationToken), Options, file, cancellationToken: cancellationToken);
        return tree.GetDiagnostics(cancellationToken).FirstOrDefault(said => said.Severity == DiagnosticSeverity.Error) is { } wrong
            ? throw new InvalidDataException(wrong.ToString())
            : tree;
    }
}
