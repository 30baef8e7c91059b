using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.MigrationProof.Workers;

/// <summary>A worker as the driver sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The process's id, which stands in the name under which the worker holds segments.</summary>
    public int Id => _process.Id;

    /// <summary>How it ended by itself; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts this program as another process.</summary>
    /// <param name="arguments">What it is told.</param>
    /// <param name="read">Is given each line that it prints.</param>
    public static WorkerProcess Start(IEnumerable<string> arguments, Action<string> read)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new WorkerProcess(Process.Start(start)!);
        worker._process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                read(line.Data);
            }
        };
        worker._process.BeginOutputReadLine();
        return worker;
    }

    /// <summary>What a worker of a size is told.</summary>
    public static string[] Arguments(string endpoint, ProofSize size) =>
    [
        "worker", endpoint, "--items", size.Items.ToString(CultureInfo.InvariantCulture), "--workers", size.Workers.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Kills it, with no chance to give its segments back.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
