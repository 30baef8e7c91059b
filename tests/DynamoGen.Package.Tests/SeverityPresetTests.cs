namespace DynamoGen.Package.Tests;

/// <summary>One property sets the severities of all rules: what a build then says.</summary>
public sealed class SeverityPresetTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    /// <summary>
    /// A Scan; another one, whose items are read to count them, and of one page only; and a partition key that has few values if its name is to be
    /// believed, which is information only.
    /// </summary>
    private const string Source = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using DynamoGen;

        namespace Consumer;

        public sealed class Products(IAmazonDynamoDB client)
        {
            public async Task<int> CountAsync() => (await client.ScanAsync(new ScanRequest { TableName = "products" })).Items?.Count ?? 0;

            public async Task<List<string>> NamesAsync()
            {
                var names = new List<string>();
                var request = new ScanRequest { TableName = "products" };
                do
                {
                    var page = await client.ScanAsync(request);
                    names.AddRange((page.Items ?? []).Select(item => item["Name"].S));
                    request.ExclusiveStartKey = page.LastEvaluatedKey;
                }
                while (request.ExclusiveStartKey is { Count: > 0 });

                return names;
            }
        }

        [Table("tickets")]
        public sealed partial class Tickets;

        [Entity<Tickets>, Key("STATUS#{Status}", "TICKET#{Id}")]
        public sealed partial record Ticket(string Status, int Id);

        [Repository<Ticket>]
        public partial interface ITickets
        {
            IAsyncEnumerable<Ticket> OfStatus(string status);
        }
        """;

    [Theory]
    [InlineData(false, "warning")]
    [InlineData(true, "error")]
    public async Task Without_a_preset_and_with_the_recommended_one_a_build_says_the_same(bool areErrors, string severity)
    {
        var project = await CreateAsync($"Recommended{areErrors}");
        foreach (var preset in new[] { string.Empty, "recommended" })
        {
            var (succeeded, said) = await project.BuildAsync($"TreatWarningsAsErrors={areErrors}", $"DynamoGenAnalysis={preset}");
            Assert.NotEqual(areErrors, succeeded);
            Assert.Equal(["DG3001", "DG3005", "DG3010"], Rules(said, severity));
            Assert.Equal(3, said.Count);
        }
    }

    [Fact]
    public async Task Strict_makes_warnings_errors_and_a_guess_too()
    {
        var (succeeded, said) = await (await CreateAsync("Strict")).BuildAsync("DynamoGenAnalysis=Strict");
        Assert.False(succeeded);
        Assert.Equal(["DG2001", "DG3001", "DG3005", "DG3010"], Rules(said, "error"));
        Assert.Empty(Rules(said, "warning"));
    }

    [Fact]
    public async Task None_says_nothing()
    {
        var (succeeded, said) = await (await CreateAsync("None")).BuildAsync("DynamoGenAnalysis=none");
        Assert.True(succeeded);
        Assert.Empty(said);
    }

    [Fact]
    public async Task A_name_that_is_no_preset_is_refused()
    {
        var (exitCode, output) = await (await CreateAsync("Misspelled")).PrintedBuildAsync("DynamoGenAnalysis=strickt");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("DynamoGenAnalysis is 'strickt'; it can be recommended, strict or none.", output, StringComparison.Ordinal);
    }

    private async Task<ConsumerProject> CreateAsync(string name)
    {
        var sources = Directory.CreateTempSubdirectory("dynamogen-sources-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(sources.FullName, "Shop.cs"), Source);
            return package.CreateConsumer(name, sources.FullName);
        }
        finally
        {
            sources.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Rules(IReadOnlyList<string> said, string severity) =>
        said.Where(line => line.Contains($": {severity} ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1].Split(' ')[1])
            .Order(StringComparer.Ordinal);
}
