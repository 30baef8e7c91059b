using System.Text.RegularExpressions;
using DynamoGen.Local;

namespace DynamoGen.Package.Tests;

/// <summary>The solution of docs/solutions.md: three projects, of which one references the package.</summary>
public sealed partial class LayeredSolutionTests(PackedPackage package) : IClassFixture<PackedPackage>, IAsyncLifetime
{
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("dynamogen-layers-");

    public async ValueTask InitializeAsync()
    {
        foreach (Match file in SourceFile().Matches(await File.ReadAllTextAsync(Repository.Folder("docs", "solutions.md"))))
        {
            var path = Path.Combine(_sources.FullName, file.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Groups["code"].Value);
        }
    }

    public ValueTask DisposeAsync()
    {
        _sources.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_solution_of_the_page_builds_without_a_warning_and_runs()
    {
        var app = Program(Access(Model("Model"), "Data"), "App");
        var (succeeded, said) = await app.BuildAsync("TreatWarningsAsErrors=true");
        Assert.Empty(said);
        Assert.True(succeeded);

        await using var server = await DynamoDbLocal.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var (exitCode, output) = await CommandLine.RunAsync(app.Folder, "run", "--no-build", "--", server.Endpoint.ToString());
        Assert.True(exitCode == 0, output);
        Assert.Equal("OrderLine { Number = 1, Status = Shipped }\nsecond, revision 2, 5\n", output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task The_rules_come_with_the_reference_and_obey_its_presets()
    {
        var data = Access(Model("RuledModel"), "RuledData");
        await File.WriteAllTextAsync(Path.Combine(data.Folder, "Scans.cs"), """
            using Amazon.DynamoDBv2;
            using Amazon.DynamoDBv2.Model;

            namespace Sales.Data;

            public sealed class Scans(IAmazonDynamoDB client)
            {
                public Task<ScanResponse> AllAsync() => client.ScanAsync(new ScanRequest { TableName = "sales" });
            }
            """);

        var (succeeded, said) = await data.BuildAsync();
        Assert.True(succeeded);
        Assert.Contains("warning DG3001", Assert.Single(said), StringComparison.Ordinal);
        (succeeded, said) = await data.BuildAsync("DynamoGenAnalysis=strict");
        Assert.False(succeeded);
        Assert.Contains(said, line => line.Contains("error DG3001", StringComparison.Ordinal));
        Assert.Empty((await data.BuildAsync("DynamoGenAnalysis=none")).Said);
    }

    private ConsumerProject Model(string name) => package.CreateConsumer(name, Sources("Model"));

    private ConsumerProject Access(ConsumerProject model, string name) => package.CreateConsumerOf(name, Sources("Data"), model);

    private ConsumerProject Program(ConsumerProject access, string name) => package.CreateProgramOf(name, Sources("App"), access);

    private string Sources(string project) => Path.Combine(_sources.FullName, project);

    [GeneratedRegex("""```csharp\n// (?<path>(Model|Data|App)/\w+\.cs)\n(?<code>.*?)```""", RegexOptions.Singleline)]
    private static partial Regex SourceFile();
}
