using Microsoft.CodeAnalysis;

namespace DynamoGen.BuildCost.Sweeping;

/// <summary>How a sweep goes about its folder.</summary>
/// <param name="ByFolder">Whether each direct subfolder is a compilation of its own, as a repository of many is.</param>
/// <param name="IsQuiet">Whether the hits themselves are left out of the output.</param>
/// <param name="IsBound">Whether everything is bound ahead of the analyzers, each of which then takes its turn alone, so that each time is its own.</param>
/// <param name="References">Assemblies beside the framework's and the package's.</param>
internal sealed record SweepOptions(bool ByFolder, bool IsQuiet, bool IsBound, IReadOnlyList<MetadataReference> References)
{
    /// <exception cref="ArgumentException">There is an option that does not exist.</exception>
    public static SweepOptions Parse(IReadOnlyList<string> arguments)
    {
        var references = arguments.SkipWhile(argument => argument != "--references").Skip(1).ToList();
        var flags = arguments.TakeWhile(argument => argument != "--references").ToList();
        var unknown = flags.Except(["--by-folder", "--quiet", "--bound"]).ToList();
        return unknown.Count == 0
            ? new SweepOptions(flags.Contains("--by-folder"), flags.Contains("--quiet"), flags.Contains("--bound"),
                [.. references.SelectMany(Assemblies).Select(path => MetadataReference.CreateFromFile(path))])
            : throw new ArgumentException($"There is no option {unknown[0]}.", nameof(arguments));
    }

    private static IEnumerable<string> Assemblies(string path) => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.dll") : [path];
}
