using System.CommandLine;

namespace DynamoGen.Cli.Adoption;

/// <summary>Where a verb writes to.</summary>
internal static class OutputFile
{
    public static Option<FileInfo?> Option() => new("--out") { Description = "The file that is written. Default: the output." };

    /// <param name="text">What is written.</param>
    /// <param name="file">The file; null for the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Task WriteAsync(string text, FileInfo? file, TextWriter output, CancellationToken cancellationToken) =>
        file is null ? output.WriteAsync(text.AsMemory(), cancellationToken) : File.WriteAllTextAsync(file.FullName, text, cancellationToken);
}
