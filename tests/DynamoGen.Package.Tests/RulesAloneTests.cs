namespace DynamoGen.Package.Tests;

/// <summary>Somebody whose code uses the AWS SDK installs the rules alone: what builds then say.</summary>
public sealed class RulesAloneTests(PackedRules packed) : IClassFixture<PackedRules>, IDisposable
{
    private const string Source = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        namespace Shop;

        public sealed class Orders(IAmazonDynamoDB client)
        {
            public async Task<string> StatusAsync(Dictionary<string, AttributeValue> key)
            {
                var order = await client.GetItemAsync("orders", key);
                return order.Item["Status"].S;
            }

            public Task SendAsync(List<WriteRequest> writes) =>
                client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["orders"] = writes } });

            public Task CancelAsync(Dictionary<string, AttributeValue> key) => client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "orders",
                Key = key,
                UpdateExpression = "SET Status = :cancelled",
                ExpressionAttributeValues = new() { [":cancelled"] = new AttributeValue("cancelled") },
            });
        }
        """;

    private const string Missing =
        "Orders.cs(11,22): warning DG3012: 'Item' is null where there is no such item since version 4 of the SDK, and this throws a NullReferenceException; "
        + "test with 'is { Count: > 0 }' first";

    private const string Unprocessed =
        "Orders.cs(15,16): warning DG4002: UnprocessedItems is not looked at: what DynamoDB had no capacity for is lost without an error; send it again, with a growing delay";

    private const string Reserved =
        "Orders.cs(21,33): error DG5001: 'Status' is a reserved word, which DynamoDB refuses in an expression; write '#Status' and map it in ExpressionAttributeNames";

    private static readonly (string Name, string Version) Rules = (PackedRules.Id, PackedPackage.Version);

    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("dynamogen-rules-");

    public void Dispose() => _sources.Delete(recursive: true);

    /// <summary>An item that is not there is an empty dictionary in version 3.</summary>
    [Fact]
    public async Task A_library_of_netstandard_with_version_3_of_the_SDK() => Assert.Equal(
        [Unprocessed, Reserved],
        await BuildAsync("netstandard2.0", "VersionThree", Rules, ("AWSSDK.DynamoDBv2", "3.3.105.15"), ("AWSSDK.Core", "3.7.202.18")));

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_project_of_any_target_framework_with_an_older_patch_of_version_4(string framework) => Assert.Equal(
        [Missing, Unprocessed, Reserved],
        await BuildAsync(framework, $"VersionFour{framework.Replace(".", "", StringComparison.Ordinal)}", Rules, ("AWSSDK.DynamoDBv2", "4.0.103.2")));

    [Fact]
    public async Task An_older_compiler_loads_them() => Assert.Equal(
        [Missing, Unprocessed, Reserved],
        await BuildAsync("net8.0", "OlderCompiler", Rules, ("AWSSDK.DynamoDBv2", "4.0.103.2"), ("Microsoft.Net.Compilers.Toolset", "4.14.0")));

    [Fact]
    public async Task Beside_the_package_DynamoGen_nothing_is_said_twice()
    {
        var project = await CreateAsync("net10.0", "Both", Rules, ("DynamoGen", PackedPackage.Version));
        foreach (var preset in new[] { string.Empty, "strict" })
        {
            var (_, output) = await project.PrintedBuildAsync($"DynamoGenAnalysis={preset}", "ConsoleLoggerParameters=NoSummary");
            var said = output.Split('\n').TakeWhile(line => !line.StartsWith("Build FAILED", StringComparison.Ordinal)).ToList();
            Assert.Single(said, line => line.Contains("DG4002", StringComparison.Ordinal));
            Assert.Single(said, line => line.Contains("DG5001", StringComparison.Ordinal));
            Assert.DoesNotContain("MultipleGlobalAnalyzerKeys", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Presets_set_their_severities()
    {
        var project = await CreateAsync("net8.0", "Presets", Rules, ("AWSSDK.DynamoDBv2", "4.0.103.2"));
        var (_, strict) = await project.BuildAsync("DynamoGenAnalysis=strict");
        Assert.Equal([Missing, Unprocessed, Reserved], strict.Select(line => line.Replace("error DG3", "warning DG3", StringComparison.Ordinal)
            .Replace("error DG4", "warning DG4", StringComparison.Ordinal)));
        Assert.All(strict, line => Assert.Contains(": error ", line, StringComparison.Ordinal));
        Assert.Empty((await project.BuildAsync("DynamoGenAnalysis=none")).Said);
        var (exitCode, output) = await project.PrintedBuildAsync("DynamoGenAnalysis=strickt");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("DynamoGenAnalysis is 'strickt'; it can be recommended, strict or none.", output, StringComparison.Ordinal);
    }

    /// <summary><c>dotnet add package</c> makes the reference of a development dependency private.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_come_with_a_project_reference_unless_their_own_is_private(bool isPrivate)
    {
        var referenced = await CreateAsync("net10.0", $"Referenced{isPrivate}", Rules, ("AWSSDK.DynamoDBv2", "4.0.103.2"));
        await File.WriteAllTextAsync(Path.Combine(referenced.Folder, "Orders.cs"), "public class Nothing;");
        if (isPrivate)
        {
            var text = await File.ReadAllTextAsync(referenced.File);
            await File.WriteAllTextAsync(
                referenced.File, text.Replace($"\"{PackedRules.Id}\"", $"\"{PackedRules.Id}\" PrivateAssets=\"all\"", StringComparison.Ordinal));
        }

        var (succeeded, said) = await packed.Package.CreateConsumerOf($"Referencing{isPrivate}", _sources.FullName, referenced).BuildAsync();
        Assert.Equal(isPrivate ? [] : [Missing, Unprocessed, Reserved], said);
        Assert.Equal(isPrivate, succeeded);
    }

    private async Task<IReadOnlyList<string>> BuildAsync(string framework, string name, params IEnumerable<(string Name, string Version)> packages)
    {
        var (succeeded, said) = await (await CreateAsync(framework, name, packages)).BuildAsync();
        Assert.False(succeeded);
        return said;
    }

    private async Task<ConsumerProject> CreateAsync(string framework, string name, params IEnumerable<(string Name, string Version)> packages)
    {
        await File.WriteAllTextAsync(Path.Combine(_sources.FullName, "Orders.cs"), Source);
        return packed.Package.CreateFor(framework, name, _sources.FullName, packages);
    }
}
