using System.Diagnostics;
using System.Text.Json;
using OrderStreams.Search;

namespace OrderStreams.Workers;

/// <summary>A worker as its parent sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private WorkerProcess(string name, Process process)
    {
        (Name, _process) = (name, process);
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public string Name { get; }

    public int ProcessId => _process.Id;

    /// <summary>What it told last.</summary>
    public WorkerReport Report { get; private set; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>How far it is.</summary>
    public string State { get; private set; } = "starting";

    /// <summary>Whether it starts or runs.</summary>
    public bool IsAlive => State is "starting" or "running";

    /// <summary>What it wrote to its error output until it ended; the screen has no place for it.</summary>
    public string Errors => _errors.IsCompletedSuccessfully ? _errors.Result : string.Empty;

    public static WorkerProcess Start(string name, SampleAddress address) =>
        new(name, SelfProcess.Start(address, ["worker"], redirectsError: true));

    /// <summary>Kills it in the middle of its work: no lease is given back, and no position written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
        State = "killed";
    }

    /// <summary>Lets it handle what it has taken and give its leases back.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await EndAsync();
        State = "stopped";
    }

    /// <summary>What was not stopped is killed.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        await _errors;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            try
            {
                Report = JsonSerializer.Deserialize(line, SampleJson.Default.WorkerReport) ?? Report;
                State = "running";
            }
            catch (JsonException)
            {
                // The last line of one that was killed.
            }
        }

        // Of what is gone, the counts stay.
        Report = Report with { Shards = 0, LagSeconds = 0 };
        State = "gone";
    }
}
