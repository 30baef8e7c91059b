using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DynamoGen.Tests;

/// <summary>Runs <c>dotnet</c> as somebody does in a terminal.</summary>
internal static partial class CommandLine
{
    /// <returns>The exit code, and what was printed, without the colors that a program takes a server for builds to show.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Forget(start.Environment);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Color().Replace(output + await error, ""));
    }

    /// <summary>What the run of the tests says to its own MSBuild is nothing to the one that is started here.</summary>
    private static void Forget(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Color();
}
