using System.Reflection;

namespace DynamoGen.Package.Tests;

/// <summary>Somebody installs the tool from its package and asks it for help.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-tool-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Installed_it_is_a_command_of_dotnet_that_shows_its_help()
    {
        var feed = Path.Combine(_root.FullName, "feed");
        var tools = Path.Combine(_root.FullName, "tools");
        var configuration = typeof(ToolTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        await RunAsync(
            Repository.Folder("src", "DynamoGen.Cli"),
            "pack", "--no-build", "--configuration", configuration, "--output", feed, $"-p:PackageVersion={PackedPackage.Version}", "-nodeReuse:false");
        await RunAsync(
            _root.FullName, "tool", "install", "DynamoGen.Cli", "--tool-path", tools, "--source", feed, "--version", PackedPackage.Version);

        Assert.Contains(Directory.EnumerateFiles(tools), file => Path.GetFileNameWithoutExtension(file) == "dotnet-dynamogen");
        var program = Directory.EnumerateFiles(tools, "DynamoGen.Cli.dll", SearchOption.AllDirectories).Single();
        var help = await RunAsync(_root.FullName, program, "--help");
        Assert.StartsWith("dotnet dynamogen [--project", help, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(folder, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
