namespace DynamoGen.Package.Tests;

/// <summary>Somebody installs the tool from its package and asks it for help.</summary>
[Collection(nameof(PackedProduct))]
public sealed class ToolTests(PackedProduct product) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-tool-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Installed_it_is_a_command_of_dotnet_that_shows_its_help()
    {
        var tools = Path.Combine(_root.FullName, "tools");
        await RunAsync("tool", "install", "DynamoGen.Cli", "--tool-path", tools, "--source", product.Package.Feed, "--version", PackedPackage.Version);

        Assert.Contains(Directory.EnumerateFiles(tools), file => Path.GetFileNameWithoutExtension(file) == "dotnet-dynamogen");
        var program = Directory.EnumerateFiles(tools, "DynamoGen.Cli.dll", SearchOption.AllDirectories).Single();
        var help = await RunAsync(program, "--help");
        Assert.StartsWith(
            "dotnet dynamogen adopt <what and its options>\ndotnet dynamogen [--project", help.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(_root.FullName, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
