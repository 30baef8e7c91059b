using System.Diagnostics;

namespace DynamoGen.Local;

/// <summary>The last lines that a process wrote, standard output and error together.</summary>
internal sealed class ProcessOutput(IProgress<string>? listener)
{
    private const int MaxLines = 100;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly List<(string Beginning, TaskCompletionSource<string> Found)> _awaited = [];

    /// <summary>Starts the process and collects what it writes from then on.</summary>
    /// <param name="start">The command.</param>
    /// <param name="listener">Receives each line too.</param>
    public static (Process Process, ProcessOutput Output) Start(ProcessStartInfo start, IProgress<string>? listener = null)
    {
        var output = new ProcessOutput(listener);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, output);
    }

    public string? FirstLine(Func<string, bool> predicate)
    {
        lock (_lock)
        {
            return _lines.FirstOrDefault(predicate);
        }
    }

    /// <summary>The next line that begins so. It never comes where the process has ended.</summary>
    public Task<string> NextAsync(string beginning)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((beginning, found));
        }

        return found.Task;
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }

    private void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        listener?.Report(line);
        lock (_lock)
        {
            if (_lines.Count == MaxLines)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
            foreach (var awaited in _awaited.FindAll(awaited => line.StartsWith(awaited.Beginning, StringComparison.Ordinal)))
            {
                awaited.Found.SetResult(line);
                _awaited.Remove(awaited);
            }
        }
    }
}
