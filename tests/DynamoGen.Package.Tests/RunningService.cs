using System.Diagnostics;
using System.Text;

namespace DynamoGen.Package.Tests;

/// <summary>A web service that <c>dotnet run</c> started, on a free port of the loopback address.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private RunningService(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Starts what was built in a folder, and waits until it says where it listens.</summary>
    public static async Task<RunningService> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var printed = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            printed.AppendLine(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // What it prints from here on is nothing to the test, and must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                return new RunningService(process, new Uri(line[(at + Listening.Length)..]));
            }
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The service ended with {process.ExitCode}: {printed}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
