using System.Runtime.InteropServices;

namespace DynamoGen.Tests;

/// <summary><c>samples/Storefront</c> as a native program.</summary>
internal static class NativeStorefront
{
    /// <summary>Publishes it as anybody does, in a folder of its own, so that the files of no other build are touched.</summary>
    /// <returns>The program, and all that was printed on the way, which has each warning.</returns>
    /// <exception cref="InvalidOperationException">It could not be published; the message has what was printed.</exception>
    public static async Task<(string Program, string Output)> PublishAsync(string folder)
    {
        var (exitCode, output) = await CommandLine.RunAsync(
            Repository.Folder("samples", "Storefront"),
            "publish", "--configuration", "Release", "--artifacts-path", folder, "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            // The ordinary build runs the analyzers.
            "-p:RunAnalyzers=false");
        var name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Storefront.exe" : "Storefront";
        return exitCode == 0
            ? (Path.Combine(folder, "publish", "Storefront", "release", name), output)
            : throw new InvalidOperationException(output);
    }
}
