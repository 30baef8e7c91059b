using System.Diagnostics;

namespace Northwind.Tests;

/// <summary>The sample as a user runs it: a process of its own.</summary>
public sealed class SampleRunTests
{
    [Fact]
    public async Task The_sample_loads_everything_and_shows_every_pattern_as_a_row()
    {
        var (exitCode, output) = await RunAsync([]);

        Assert.True(exitCode == 0, output);
        Assert.Contains("DynamoDB Local at http://127.0.0.1:", output);
        Assert.Contains("Writing 3193 items", output);
        foreach (var method in new[] { "ICustomers.Get", "IOrders.WithLines", "IOrders.OfCustomer", "IOrders.WithStatus", "IOrders.LatestOfEmployee",
            "IProducts.OfSupplier", "IProducts.InCategory" })
        {
            Assert.Contains(method, output);
        }
    }

    [Fact]
    public async Task A_missing_npm_is_a_clear_message_and_no_stack_trace()
    {
        var empty = Directory.CreateTempSubdirectory("northwind-no-tools-");
        var cache = Directory.CreateTempSubdirectory("northwind-no-cache-");
        try
        {
            var (exitCode, output) = await RunAsync(
                [("PATH", empty.FullName), ("XDG_DATA_HOME", cache.FullName), ("LOCALAPPDATA", cache.FullName), ("HOME", cache.FullName)]);

            Assert.Equal(2, exitCode);
            Assert.Contains("npm", output);
            Assert.Contains("Node.js", output);
            Assert.DoesNotContain("   at ", output);
        }
        finally
        {
            empty.Delete(recursive: true);
            cache.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync((string Name, string Value)[] variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Northwind.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : DotNet(), [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
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

    /// <summary>The test runs in a host of its own, which knows where its runtime is: three folders above the framework.</summary>
    private static string DotNet() =>
        Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
