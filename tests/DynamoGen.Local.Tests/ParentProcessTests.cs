using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.Local.Tests;

/// <summary>What becomes of a server whose parent process ends. This assembly, run once more, is the parent.</summary>
public sealed class ParentProcessTests : IDisposable
{
    private const string PidFileVariable = "DYNAMOGEN_TEST_PID_FILE";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dynamogen-parent-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_server_of_the_npm_package_ends_when_its_parent_is_killed()
    {
        using var parent = StartParent(nameof(Parent_that_waits_to_be_killed));
        var server = await ReadServerIdAsync();
        Assert.True(Processes.IsRunning(server));

        parent.Kill(entireProcessTree: false);

        await parent.WaitForExitAsync();
        await Processes.UntilAsync(() => !Processes.IsRunning(server));
    }

    [Fact]
    public async Task A_server_of_an_installed_jar_ends_when_its_parent_exits_without_stopping_it()
    {
        using var parent = StartParent(nameof(Parent_that_exits));
        var server = await ReadServerIdAsync();

        await parent.WaitForExitAsync();

        Assert.Equal(42, parent.ExitCode);
        Assert.False(Processes.IsRunning(server));
    }

    [Theory]
    [InlineData(DynamoDbLocalSource.NpmPackage)]
    [InlineData(DynamoDbLocalSource.InstalledJar)]
    public async Task Ctrl_C_in_the_terminal_of_its_parent_does_not_end_a_server(DynamoDbLocalSource source)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process ignores is read from /proc.");
        var installed = source == DynamoDbLocalSource.InstalledJar ? await RealJar.RestoreAsync() : null;
        await using var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions
        {
            Environment = RealJar.Environment,
            InstalledJarDirectory = installed,
        });
        Assert.Equal(source, server.Source);

        // A mask with a bit for each signal, of which SIGINT is the second.
        var ignored = (await File.ReadAllLinesAsync($"/proc/{server.ProcessId}/status")).Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        Assert.NotEqual(0UL, ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10);
    }

    [Fact(Explicit = true)]
    public async Task Parent_that_waits_to_be_killed()
    {
        var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = RealJar.Environment });
        WriteServerId(server.ProcessId!.Value);
        await Task.Delay(Timeout.Infinite);
        GC.KeepAlive(server);
    }

    [Fact(Explicit = true)]
    public async Task Parent_that_exits()
    {
        var options = new DynamoDbLocalOptions { Environment = RealJar.Environment, InstalledJarDirectory = await RealJar.RestoreAsync() };
        var server = await DynamoDbLocal.StartAsync(options);
        Assert.True(Processes.IsRunning(server.ProcessId!.Value));
        WriteServerId(server.ProcessId!.Value);
        Environment.Exit(42);
    }

    private static void WriteServerId(int id) =>
        File.WriteAllText(Environment.GetEnvironmentVariable(PidFileVariable)!, id.ToString(CultureInfo.InvariantCulture) + "\n");

    private Process StartParent(string method)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DynamoGen.Local.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        string[] arguments = ["-explicit", "only", "-method", $"{typeof(ParentProcessTests).FullName}.{method}"];
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        start.Environment[PidFileVariable] = PidFile;
        return Process.Start(start)!;
    }

    private Task<int> ReadServerIdAsync() => Processes.ReadIdAsync(PidFile);

    private string PidFile => Path.Combine(_directory.FullName, "pid");
}
