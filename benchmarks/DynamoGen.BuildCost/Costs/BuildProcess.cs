using System.Diagnostics;

namespace DynamoGen.BuildCost.Costs;

/// <summary>Runs <c>dotnet</c> and waits for it.</summary>
internal static class BuildProcess
{
    /// <returns>The processor seconds that it and its own children took.</returns>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static async Task<double> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        var before = ProcessorClock.SecondsOfChildren();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? ProcessorClock.SecondsOfChildren() - before
            : throw new InvalidOperationException($"dotnet {string.Join(' ', start.ArgumentList)} failed:{Environment.NewLine}{output}");
    }
}
