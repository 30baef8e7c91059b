using System.Diagnostics;

namespace DynamoGen.CommandLine.Tests.Tool;

/// <summary>The tool, run as a process as somebody does in a terminal.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly TinyHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_verb_is_passed_to_the_host_and_its_result_and_exit_code_come_back()
    {
        _host.Write(hasVerbs: true);

        var drifted = await RunAsync("--project", _host.Project, "streams", "reconcile", "--json");
        Assert.Equal(
            (1, """{"name":"view","compared":10,"drifted":1,"missing":1,"different":0,"superfluous":0,"ahead":0,"repaired":0}"""),
            (drifted.Code, drifted.Output.Trim()));
        Assert.Contains("This is no result.", drifted.Error, StringComparison.Ordinal);

        // In the current folder, as it was built.
        Assert.Equal(0, (await RunAsync("--no-build", "streams", "reconcile", "--repair")).Code);
        Assert.Equal(2, (await RunAsync("--no-build", "streams", "reconcile", "--share", "a b")).Code);

        var unmounted = await RunAsync("--no-build", "unmounted");
        Assert.Equal((1, string.Empty), (unmounted.Code, unmounted.Output));
        Assert.Contains("RunDynamoGenAsync(args)", unmounted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_the_package_is_not_started()
    {
        _host.Write(hasVerbs: false);

        var result = await RunAsync("streams", "handlers");

        Assert.Equal((1, string.Empty), (result.Code, result.Output));
        Assert.Contains("does not reference the package DynamoGen.CommandLine", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_end_with_2()
    {
        Assert.Contains("There is no project in", await WrongAsync("streams", "handlers"), StringComparison.Ordinal);
        _host.Write(hasVerbs: true);
        Assert.Contains("A verb is missing.", await WrongAsync(), StringComparison.Ordinal);
        Assert.Contains("'--json' is no option of the tool", await WrongAsync("--json", "streams", "handlers"), StringComparison.Ordinal);
        Assert.Contains("'--project' needs a value.", await WrongAsync("--project"), StringComparison.Ordinal);
        Assert.Contains("There is no project or folder 'nowhere'.", await WrongAsync("-p", "nowhere", "streams"), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_host.Folder, "Other.csproj"), string.Empty);
        Assert.Contains("There are several projects", await WrongAsync("streams"), StringComparison.Ordinal);
    }

    private async Task<string> WrongAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal((2, string.Empty), (code, output));
        return error;
    }

    private async Task<VerbResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [TinyHost.Tool, .. arguments])
        {
            WorkingDirectory = _host.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the run of the tests says to its own MSBuild is nothing to the one that is started here.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new VerbResult(process.ExitCode, output, await error);
    }
}
