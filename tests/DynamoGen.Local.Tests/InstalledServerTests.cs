namespace DynamoGen.Local.Tests;

public sealed class InstalledServerTests : IDisposable
{
    private readonly ToolFolder _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task A_real_jar_runs_and_tries_another_port_when_the_first_one_is_taken_meanwhile()
    {
        var progress = new List<string>();
        var home = await RealJar.RestoreAsync();
        _tools.AddJava($"""
            if [ ! -e '{_tools.PathOf("failed")}' ]; then
              : > '{_tools.PathOf("failed")}'
              echo 'java.net.BindException: Address already in use'
              exit 0
            fi
            exec '{ToolFolder.Real("java")}' "$@"
            """);

        var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions
        {
            Environment = _tools.Environment,
            InstalledJarDirectory = home,
            Progress = new Sink(progress),
        });
        await using (server)
        {
            Assert.Equal(DynamoDbLocalSource.InstalledJar, server.Source);
            using var client = new HttpClient();
            using var answer = await client.GetAsync(server.Endpoint);
            Assert.Contains("MissingAuthenticationToken", await answer.Content.ReadAsStringAsync());
        }

        Assert.False(Processes.IsRunning(server.ProcessId!.Value));
        Assert.Equal(
            ["Starting the installed DynamoDB Local", "Another process took the port; trying another one", "Starting the installed DynamoDB Local"],
            progress);
    }

    [Fact]
    public async Task An_early_death_is_reported_with_the_output_and_the_exit_code()
    {
        _tools.AddJava("echo 'starting'; echo 'UnsupportedClassVersionError' >&2; exit 3");

        var exception = await Assert.ThrowsAsync<DynamoDbLocalStartException>(() => StartAsync());

        Assert.Contains("ended before it answered", exception.Message);
        Assert.Contains("starting", exception.Output);
        Assert.Contains("UnsupportedClassVersionError", exception.Message);
        Assert.Contains("(exit code 3)", exception.Message);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_ended_at_the_deadline()
    {
        _tools.AddJava($"echo 'thinking'; echo $$ > '{_tools.PathOf("pid")}'; exec /bin/sleep 600");

        var exception = await Assert.ThrowsAsync<DynamoDbLocalStartException>(() => StartAsync(TimeSpan.FromSeconds(1)));

        Assert.Contains("did not answer within 00:00:01", exception.Message);
        Assert.Contains("thinking", exception.Output);
        Assert.False(Processes.IsRunning(await Processes.ReadIdAsync(_tools.PathOf("pid"))));
    }

    [Fact]
    public async Task A_cancelled_start_leaves_no_process()
    {
        using var cancellation = new CancellationTokenSource();
        _tools.AddJava($"echo $$ > '{_tools.PathOf("pid")}'; exec /bin/sleep 600");
        var start = StartAsync(cancellationToken: cancellation.Token);
        var id = await Processes.ReadIdAsync(_tools.PathOf("pid"));
        Assert.True(Processes.IsRunning(id));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Processes.IsRunning(id));
    }

    private Task<DynamoDbLocal> StartAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => DynamoDbLocal.StartAsync(
        new DynamoDbLocalOptions
        {
            Environment = _tools.Environment,
            InstalledJarDirectory = _tools.AddInstalledJar(),
            StartTimeout = timeout ?? TimeSpan.FromMinutes(5),
        },
        cancellationToken);

    private sealed class Sink(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
