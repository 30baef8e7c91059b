using System.Text.RegularExpressions;

namespace DynamoGen.Package.Tests;

/// <summary>Somebody does what the package's README says: the packages it adds, and the program it shows.</summary>
[Collection(nameof(PackedProduct))]
public sealed partial class ReadmeStartTests(PackedProduct product) : IDisposable
{
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("dynamogen-start-");

    public void Dispose() => _sources.Delete(recursive: true);

    [Fact]
    public async Task The_program_of_the_README_builds_without_a_warning_and_reads_what_it_wrote()
    {
        using var package = product.Open("DynamoGen");
        var readme = package.Text("README.md");
        await File.WriteAllTextAsync(Path.Combine(_sources.FullName, "Program.cs"), Program().Match(readme).Groups["code"].Value);
        var added = Added().Matches(readme).Select(line => line.Groups["name"].Value).Distinct().ToList();
        Assert.Equal(["DynamoGen", "DynamoGen.Local", "Microsoft.Extensions.DependencyInjection"], added);
        var project = product.Package.CreateProgram(
            "Shop",
            _sources.FullName,
            added.Select(name => (name, name.StartsWith("DynamoGen", StringComparison.Ordinal) ? PackedPackage.Version : "10.0.0")));

        var (succeeded, said) = await project.BuildAsync("TreatWarningsAsErrors=true");
        Assert.Empty(said);
        Assert.True(succeeded);

        var (exitCode, output) = await CommandLine.RunAsync(project.Folder, "run", "--no-build");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Order { CustomerId = ALFKI, OrderId = 10248, ", output, StringComparison.Ordinal);

        // The lowest SDK that the package takes, since nothing here asks for a later one.
        var restored = await File.ReadAllTextAsync(Path.Combine(project.Folder, "obj", "project.assets.json"));
        Assert.Contains("\"AWSSDK.DynamoDBv2/4.0.103.4\"", restored, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex(@"^dotnet add package (?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Added();
}
