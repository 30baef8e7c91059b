using System.Diagnostics;

namespace DynamoGen.Cli;

/// <summary>Runs <c>dotnet</c>.</summary>
internal static class DotNet
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="output">Takes what it prints; null for this process's own output, with its input.</param>
    /// <param name="environment">What is added to the environment.</param>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(IEnumerable<string> arguments, TextWriter? output = null, Dictionary<string, string>? environment = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = output is not null };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new HostException("dotnet does not start.");
        while (output is not null && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await output.WriteLineAsync(line);
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
