using System.Diagnostics;

namespace DynamoGen.Local;

/// <summary>
/// A DynamoDB Local server in a Docker container, published on the loopback address, on a port that Docker chooses.
/// It outlives this process when this process is killed outright.
/// </summary>
internal sealed class DockerContainer : RunningServer
{
    private const string DataFolder = "/data";
    private static readonly TimeSpan EngineTimeout = TimeSpan.FromSeconds(10);
    private readonly DynamoDbLocalOptions _options;
    private readonly string _docker;
    private readonly string _name = $"dynamogen-{Guid.NewGuid():N}";
    private Uri? _endpoint;

    private DockerContainer(DynamoDbLocalOptions options, string docker)
    {
        _options = options;
        _docker = docker;
    }

    public override DynamoDbLocalSource Source => DynamoDbLocalSource.Docker;

    public override Uri? Endpoint => _endpoint;

    public override int? ProcessId => null;

    /// <summary>Starts a container; null, with the reason in <paramref name="missing"/>, where no Docker engine answers.</summary>
    public static async Task<DockerContainer?> TryStartAsync(
        DynamoDbLocalOptions options, List<string> missing, CancellationToken cancellationToken)
    {
        if (options.Environment.FindExecutable("docker") is not { } docker)
        {
            missing.Add("Docker: there is no 'docker' on the PATH.");
            return null;
        }

        if (await EngineProblemAsync(options, docker, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            missing.Add($"Docker: no engine answers: {problem}");
            return null;
        }

        var container = new DockerContainer(options, docker);
        var started = false;
        try
        {
            await container.RunAsync(cancellationToken).ConfigureAwait(false);
            started = true;
            return container;
        }
        finally
        {
            if (!started)
            {
                await container.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    public override async Task<string> ReadOutputAsync(CancellationToken cancellationToken) =>
        (await DockerAsync(["logs", "--tail", "100", _name], cancellationToken).ConfigureAwait(false)).Output;

    protected override async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        var run = await DockerAsync(["inspect", "--format", "{{.State.Running}}", _name], cancellationToken).ConfigureAwait(false);
        return run.ExitCode == 0 && run.Output.Trim() == "true";
    }

    protected override Task StopAsync() => DockerAsync(["rm", "--force", "--volumes", _name], CancellationToken.None);

    protected override void StopAtExit()
    {
        using var process = Process.Start(Describe(["rm", "--force", "--volumes", _name]));
        process?.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>Says why no engine can be used, or returns null where one answers.</summary>
    private static async Task<string?> EngineProblemAsync(DynamoDbLocalOptions options, string docker, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(EngineTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var start = options.Environment.Describe(docker, Path.GetTempPath(), ["version", "--format", "{{.Server.Version}}"]);
        try
        {
            var run = await ToolRun.RunAsync(start, either.Token).ConfigureAwait(false);
            return run.ExitCode == 0 ? null : run.Output;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"'docker version' took longer than {EngineTimeout}.";
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _options.Progress?.Report($"Starting {_options.DockerImage} in Docker, which downloads it the first time");
        var data = _options.CreateDatabaseDirectory();
        var run = await DockerAsync(
            [
                "run", "--detach", "--name", _name,
                "--publish", $"127.0.0.1:{_options.Port}:8000",
                "--env", "DDB_LOCAL_TELEMETRY=0",
                // The image's own user may not write into a folder of the host's.
                .. data is null ? (string[])[] : ["--user", "root", "--volume", $"{data}:{DataFolder}"],
                _options.DockerImage,
                $"-Xmx{_options.MaxHeapMebibytes}m", "-jar", "DynamoDBLocal.jar",
                .. data is null ? (string[])["-inMemory"] : ["-dbPath", DataFolder],
                .. _options.SharingArguments, "-port", "8000",
            ],
            cancellationToken).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw new DynamoDbLocalStartException($"Docker could not run {_options.DockerImage} (exit code {run.ExitCode}).", run.Output);
        }

        var port = await DockerAsync(["port", _name, "8000/tcp"], cancellationToken).ConfigureAwait(false);
        _endpoint = Uri.TryCreate($"http://{port.Output.Split('\n')[0].Trim()}", UriKind.Absolute, out var endpoint) && port.ExitCode == 0
            ? endpoint
            : throw new DynamoDbLocalStartException(
                $"Docker did not publish the port of {_options.DockerImage}.", await ReadOutputAsync(cancellationToken).ConfigureAwait(false));
    }

    private Task<ToolRun> DockerAsync(string[] arguments, CancellationToken cancellationToken) =>
        ToolRun.RunAsync(Describe(arguments), cancellationToken);

    private ProcessStartInfo Describe(string[] arguments) => _options.Environment.Describe(_docker, Path.GetTempPath(), arguments);
}
