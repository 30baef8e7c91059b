using System.Runtime.InteropServices;

namespace DynamoGen.Tests;

/// <summary>A sample as a native program.</summary>
/// <param name="Program">Its path.</param>
/// <param name="Output">All that its publishing printed, which has each warning.</param>
internal sealed record NativeSample(string Program, string Output)
{
    /// <summary>Publishes a sample as anybody does, in a folder for artifacts, so that the files of no other build are touched.</summary>
    /// <param name="name">The sample's folder and project.</param>
    /// <param name="folder">The folder for artifacts; what an earlier sample has built there is not built again.</param>
    /// <exception cref="InvalidOperationException">It could not be published; the message has what was printed.</exception>
    public static async Task<NativeSample> PublishAsync(string name, string folder)
    {
        var (exitCode, output) = await CommandLine.RunAsync(
            Repository.Folder("samples", name),
            "publish", "--configuration", "Release", "--artifacts-path", folder, "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            // The ordinary build runs the analyzers.
            "-p:RunAnalyzers=false");
        var file = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? $"{name}.exe" : name;
        return exitCode == 0
            ? new NativeSample(Path.Combine(folder, "publish", name, "release", file), output)
            : throw new InvalidOperationException(output);
    }
}
