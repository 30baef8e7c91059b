namespace DynamoGen.Local.Tests;

/// <summary>A folder that is the whole PATH, with shell scripts that play java, npm, node and docker.</summary>
internal sealed class ToolFolder : IDisposable
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dynamogen-tools-");

    public ToolFolder() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The tools are shell scripts.");

    public ProcessEnvironment Environment => new(new Dictionary<string, string?>
    {
        ["PATH"] = _directory.FullName,
        ["JAVA_HOME"] = null,
        [DynamoDbLocalOptions.EndpointVariable] = null,
        [DynamoDbLocalOptions.InstalledJarVariable] = null,
    });

    public static string Real(string tool) =>
        ProcessEnvironment.Current.FindExecutable(tool) ?? throw new InvalidOperationException($"These tests need '{tool}'.");

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public string CreateDirectory(string name) => _directory.CreateSubdirectory(name).FullName;

    public ToolFolder Add(string tool, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.WriteAllText(PathOf(tool), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(PathOf(tool), Executable);
        return this;
    }

    /// <summary>A java that says what it is as the real one does, and runs the script for everything else.</summary>
    public ToolFolder AddJava(string script, string version = "17", string architecture = "amd64", bool compiler = true) => Add("java", $"""
        if [ "$1" = -XshowSettings:properties ]; then
          echo "    java.specification.version = {version}"
          echo "    os.arch = {architecture}"
          exit 0
        fi
        [ "$1" = --describe-module ] && exit {(compiler ? 0 : 1)}
        {script}
        """);

    /// <summary>A folder that passes for an installation of DynamoDB Local.</summary>
    public string AddInstalledJar()
    {
        var home = CreateDirectory("installed");
        File.WriteAllText(Path.Combine(home, "DynamoDBLocal.jar"), "");
        Directory.CreateDirectory(Path.Combine(home, "DynamoDBLocal_lib"));
        return home;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
