using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.Local;

/// <summary>A DynamoDB Local server in a Java process of its own.</summary>
internal sealed class JavaServer : RunningServer
{
    private const string PortLine = "Listening on port ";
    private const string AnswerLine = "Answer: ";
    private readonly SemaphoreSlim _commands = new(1, 1);
    private readonly Process _process;
    private readonly ProcessOutput _output;
    private readonly int? _port;

    private JavaServer(DynamoDbLocalSource source, Process process, ProcessOutput output, int? port)
    {
        Source = source;
        _process = process;
        _output = output;
        _port = port;
        ProcessId = process.Id;
    }

    public override DynamoDbLocalSource Source { get; }

    public override int? ProcessId { get; }

    public override Uri? Endpoint => (_port ?? PrintedPort()) is { } port ? new UriBuilder("http", "127.0.0.1", port).Uri : null;

    /// <summary>Starts the process.</summary>
    /// <param name="source">Where its jar came from.</param>
    /// <param name="start">The command.</param>
    /// <param name="port">The port it was told to listen on, or null where it prints the one it got.</param>
    /// <param name="listener">Receives each line that it writes.</param>
    public static JavaServer Start(DynamoDbLocalSource source, ProcessStartInfo start, int? port, IProgress<string>? listener)
    {
        // Newer versions send usage data unless told not to.
        start.Environment["DDB_LOCAL_TELEMETRY"] = "0";
        IgnoreInterrupts(start);
        var (process, output) = ProcessOutput.Start(start, listener);
        return new JavaServer(source, process, output, port);
    }

    public override async Task<string> ReadOutputAsync(CancellationToken cancellationToken)
    {
        if (_process.HasExited)
        {
            await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }

        return _process.HasExited ? $"{_output}\n(exit code {_process.ExitCode})" : _output.ToString();
    }

    public override Task RollOverShardsAsync(CancellationToken cancellationToken) =>
        Source == DynamoDbLocalSource.NpmPackage ? RollOverAsync(cancellationToken) : base.RollOverShardsAsync(cancellationToken);

    protected override Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(!_process.HasExited);

    protected override async Task StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
        _commands.Dispose();
    }

    protected override void StopAtExit()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>
    /// Ctrl+C interrupts every process of a terminal. The server goes on, so that a program that ends in good order has it to its end; what is ignored when
    /// Java starts, Java ignores.
    /// </summary>
    private static void IgnoreInterrupts(ProcessStartInfo start)
    {
        if (!OperatingSystem.IsWindows())
        {
            string[] shell = ["-c", "trap '' INT; exec \"$0\" \"$@\"", start.FileName, .. start.ArgumentList];
            start.ArgumentList.Clear();
            Array.ForEach(shell, start.ArgumentList.Add);
            start.FileName = "/bin/sh";
        }
    }

    private async Task RollOverAsync(CancellationToken cancellationToken)
    {
        var answer = await CommandAsync("rollover", cancellationToken).ConfigureAwait(false);
        if (answer != "rolled over")
        {
            throw new DynamoDbLocalException($"DynamoDB Local did not roll its shards over: {answer}.");
        }
    }

    /// <summary>Sends one command to the program that runs the server, which answers it by one line. A command that was sent is always waited for.</summary>
    private async Task<string> CommandAsync(string command, CancellationToken cancellationToken)
    {
        await _commands.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = _output.NextAsync(AnswerLine);
            await _process.StandardInput.WriteLineAsync(command).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await Task.WhenAny(answer, _process.WaitForExitAsync(CancellationToken.None)).ConfigureAwait(false);
            return answer.IsCompletedSuccessfully ? (await answer.ConfigureAwait(false))[AnswerLine.Length..] : "its process has ended";
        }
        catch (IOException ended)
        {
            return ended.Message;
        }
        finally
        {
            _commands.Release();
        }
    }

    private int? PrintedPort()
    {
        var line = _output.FirstLine(line => line.StartsWith(PortLine, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line.AsSpan(PortLine.Length), CultureInfo.InvariantCulture);
    }
}
