using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.StreamProof;

/// <summary>A worker as the driver sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProofTotals _totals;

    private WorkerProcess(Process process, ProofTotals totals) => (_process, _totals) = (process, totals);

    /// <summary>When it last reported an effect, or null.</summary>
    public long? LastEffect { get; private set; }

    public static WorkerProcess Start(string endpoint, ProofTotals totals)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("worker");
        start.ArgumentList.Add(endpoint);
        var worker = new WorkerProcess(Process.Start(start)!, totals);
        worker._process.OutputDataReceived += (_, line) => worker.Read(line.Data);
        worker._process.BeginOutputReadLine();
        return worker;
    }

    /// <summary>Kills it, with no chance to give its shards away.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Lets it hand over what it has and end.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line?.Split(' ') is not [var effects, var repeated, var failed])
        {
            return;
        }

        var count = int.Parse(effects, CultureInfo.InvariantCulture);
        _totals.Add(count, int.Parse(repeated, CultureInfo.InvariantCulture), int.Parse(failed, CultureInfo.InvariantCulture));
        if (count > 0)
        {
            LastEffect = Stopwatch.GetTimestamp();
        }
    }
}
