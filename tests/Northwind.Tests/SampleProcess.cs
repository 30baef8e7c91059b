using System.Diagnostics;
using DynamoGen.Tests;

namespace Northwind.Tests;

/// <summary>A sample as a user runs it: a process of its own.</summary>
internal static class SampleProcess
{
    /// <summary>Runs a sample to its end.</summary>
    /// <param name="name">The sample's assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">What is set in its environment.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string[] arguments, params (string Name, string Value)[] variables)
    {
        var program = Program(name);
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : DotNet(),
            [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // Some builders have colours in what is no terminal.
        start.Environment["NO_COLOR"] = "1";
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var stopped = TestContext.Current.CancellationToken;
        await using (stopped.Register(() => process.Kill(entireProcessTree: true)))
        {
            var output = process.StandardOutput.ReadToEndAsync(stopped);
            var errors = process.StandardError.ReadToEndAsync(stopped);
            await process.WaitForExitAsync(stopped);
            return (process.ExitCode, await output + await errors);
        }
    }

    /// <summary>
    /// The sample where it is built, in the tests' configuration. Beside the tests it would lack what the web's framework brings for them and not for it.
    /// </summary>
    private static string Program(string name)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Folder("samples", name), "bin", built.Parent!.Name, built.Name, $"{name}.dll");
    }

    /// <summary>The test runs in a host of its own, which knows where its runtime is: three folders above the framework.</summary>
    private static string DotNet() =>
        Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
