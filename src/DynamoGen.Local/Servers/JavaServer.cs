using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.Local;

/// <summary>A DynamoDB Local server in a Java process of its own.</summary>
internal sealed class JavaServer : RunningServer
{
    private const string PortLine = "Listening on port ";
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
    public static JavaServer Start(DynamoDbLocalSource source, ProcessStartInfo start, int? port)
    {
        // Newer versions send usage data unless told not to.
        start.Environment["DDB_LOCAL_TELEMETRY"] = "0";
        var (process, output) = ProcessOutput.Start(start);
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

    protected override Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(!_process.HasExited);

    protected override async Task StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    protected override void StopAtExit()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private int? PrintedPort()
    {
        var line = _output.FirstLine(line => line.StartsWith(PortLine, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line.AsSpan(PortLine.Length), CultureInfo.InvariantCulture);
    }
}
