using System.Net;
using System.Net.Sockets;

namespace DynamoGen.Local.Tests;

public sealed class DockerTests : IDisposable
{
    private readonly ToolFolder _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task Runs_a_container_on_the_loopback_address_and_removes_it()
    {
        using var engine = new HttpListener();
        var port = StartOnFreePort(engine);
        var answering = AnswerOnceAsync(engine);
        AddDocker("exit 0", $"echo 127.0.0.1:{port}", "echo true");

        var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment });
        await using (server)
        {
            Assert.Equal(DynamoDbLocalSource.Docker, server.Source);
            Assert.Equal(new Uri($"http://127.0.0.1:{port}"), server.Endpoint);
            Assert.Null(server.ProcessId);
            Assert.Empty(Calls("rm"));
        }

        await answering;
        var run = Assert.Single(Calls("run"));
        Assert.Contains("--publish 127.0.0.1::8000", run);
        Assert.EndsWith("amazon/dynamodb-local -Xmx256m -jar DynamoDBLocal.jar -inMemory -sharedDb -port 8000", run);
        var name = run.Split(' ')[3];
        Assert.Equal([$"rm --force --volumes {name}"], Calls("rm"));
    }

    [Fact]
    public async Task A_folder_for_the_data_is_mounted_where_the_container_may_write_it()
    {
        using var engine = new HttpListener();
        var port = StartOnFreePort(engine);
        var answering = AnswerOnceAsync(engine);
        AddDocker("exit 0", $"echo 127.0.0.1:{port}", "echo true");
        var data = _tools.PathOf("data");

        await using (await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment, DatabaseDirectory = data }))
        {
            Assert.True(Directory.Exists(data));
        }

        await answering;
        var run = Assert.Single(Calls("run"));
        Assert.Contains($"--user root --volume {data}:/data amazon/dynamodb-local", run);
        Assert.EndsWith("-jar DynamoDBLocal.jar -dbPath /data -sharedDb -port 8000", run);
    }

    [Fact]
    public async Task A_container_has_a_database_for_each_region_where_the_options_say_so()
    {
        using var engine = new HttpListener();
        var port = StartOnFreePort(engine);
        var answering = AnswerOnceAsync(engine);
        AddDocker("exit 0", $"echo 127.0.0.1:{port}", "echo true");

        await (await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment, SeparateDatabases = true })).DisposeAsync();

        await answering;
        Assert.EndsWith("-jar DynamoDBLocal.jar -inMemory -port 8000", Assert.Single(Calls("run")));
    }

    [Fact]
    public async Task A_container_that_ends_early_is_reported_with_its_log_and_removed()
    {
        AddDocker("exit 0", "echo 127.0.0.1:9", "echo false", logs: "echo 'no memory'; echo 'left' >&2");

        var exception = await Assert.ThrowsAsync<DynamoDbLocalStartException>(
            () => DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment }));

        Assert.Contains("no memory", exception.Output);
        Assert.Single(Calls("rm"));
    }

    [Fact]
    public async Task An_image_that_cannot_be_run_is_reported_with_what_Docker_said()
    {
        AddDocker("echo 'pull access denied' >&2; exit 125", "exit 1", "exit 1");

        var exception = await Assert.ThrowsAsync<DynamoDbLocalStartException>(
            () => DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment, DockerImage = "no/such" }));

        Assert.Contains("Docker could not run no/such (exit code 125)", exception.Message);
        Assert.Contains("pull access denied", exception.Output);
        Assert.Single(Calls("rm"));
    }

    [Fact]
    public async Task A_start_that_is_cancelled_while_the_image_is_downloaded_removes_the_container()
    {
        using var cancellation = new CancellationTokenSource();
        AddDocker($"echo $$ > '{_tools.PathOf("pid")}'; exec /bin/sleep 600", "exit 1", "exit 1");
        var start = DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment }, cancellation.Token);
        var id = await Processes.ReadIdAsync(_tools.PathOf("pid"));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Processes.IsRunning(id));
        Assert.Single(Calls("rm"));
    }

    private static int StartOnFreePort(HttpListener engine)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        engine.Prefixes.Add($"http://127.0.0.1:{port}/");
        engine.Start();
        return port;
    }

    private static async Task AnswerOnceAsync(HttpListener engine)
    {
        var context = await engine.GetContextAsync();
        context.Response.StatusCode = 400;
        context.Response.Close();
    }

    private void AddDocker(string run, string port, string inspect, string logs = "exit 0") => _tools.Add("docker", $"""
        echo "$@" >> '{_tools.PathOf("calls")}'
        case "$1" in
          version) echo 28.0;;
          run) {run};;
          port) {port};;
          inspect) {inspect};;
          logs) {logs};;
        esac
        """);

    private string[] Calls(string verb) =>
        [.. File.ReadAllLines(_tools.PathOf("calls")).Where(call => call.StartsWith(verb + " ", StringComparison.Ordinal))];
}
