using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class FilteredQueryTests
{
    private const string Order = """
        [DynamoDBTable("orders")]
        class Order
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            [DynamoDBRangeKey] public string Line { get; set; } = "";
            [DynamoDBGlobalSecondaryIndexHashKey("by-email")] public string Email { get; set; } = "";
            public string Note { get; set; } = "";
        }
        """;

    private static string Source(string filter, string more = "") => SdkSource.Of($$"""
        {{Order}}
        Task M(string built) => client.QueryAsync(new QueryRequest { TableName = "orders", KeyConditionExpression = "Id = :id", FilterExpression = {{filter}} {{more}} });
        """);

    [Theory]
    [InlineData("{|DG3003:\"Note = :note\"|}", "")]
    [InlineData("{|DG3003:\"attribute_exists(Note)\"|}", "")]
    [InlineData("{|DG3003:\"#n = :note\"|}", ", ExpressionAttributeNames = new() { [\"#n\"] = \"Note\" }")]
    [InlineData("{|DG3003:\"Note = :note AND ttl > :now\"|}", "")]
    [InlineData("{|DG3003:\"Email = :email\"|}", "")]
    [InlineData("{|DG3003:\"Note = :note\"|}", ", IndexName = \"other\"")]
    public Task Flags_a_filter(string filter, string more) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(filter, more));

    [Theory]
    [InlineData("\"ttl > :now\"", "")]
    [InlineData("\"attribute_not_exists(ExpiresAt) OR ExpiresAt > :now\"", "")]
    [InlineData("\"#t > :now\"", ", ExpressionAttributeNames = new() { [\"#t\"] = \"time_to_live\" }")]
    [InlineData("\"Line = :line\"", "")]
    [InlineData("\"Note = :note\"", ", Limit = 10")]
    [InlineData("built", "")]
    [InlineData("null", "")]
    [InlineData("\"this is none\"", "")]
    public Task Leaves_others_alone(string filter, string more) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(filter, more));

    [Fact]
    public Task Leaves_scans_and_test_projects_alone()
    {
        var scan = SdkSource.Of("Task M() => client.ScanAsync(new ScanRequest { TableName = \"orders\", FilterExpression = \"Note = :note\" });");
        return Task.WhenAll(
            RuleTest<FilteredQueryAnalyzer>.Reports(scan), RuleTest<FilteredQueryAnalyzer>.ReportsInTestProject(Source("\"Note = :note\"")));
    }

    [Theory]
    [InlineData("Email = :email", "", DiagnosticSeverity.Warning)]
    [InlineData("Note = :note AND Email = :email", "", DiagnosticSeverity.Warning)]
    [InlineData("Email <> :email", "", DiagnosticSeverity.Info)]
    [InlineData("Email = :email OR Note = :note", "", DiagnosticSeverity.Info)]
    [InlineData("Note = :note", "", DiagnosticSeverity.Info)]
    public async Task It_is_a_warning_where_an_index_has_the_attribute_as_its_key(string filter, string more, DiagnosticSeverity severity)
    {
        var said = Assert.Single(await Diagnosis.Of<FilteredQueryAnalyzer>(Source($"\"{filter}\"", more)));

        Assert.Equal(severity, said.Severity);
        Assert.Equal(
            severity == DiagnosticSeverity.Warning, said.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("'by-email'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OrderId > {least}", "int least", DiagnosticSeverity.Info)]
    [InlineData("Status = {status}", "OrderStatus status", DiagnosticSeverity.Warning)]
    [InlineData("Status = {status}", "OrderStatus? status", DiagnosticSeverity.Info)]
    [InlineData("Status <> {status}", "OrderStatus status", DiagnosticSeverity.Info)]
    public async Task Declared_filters_are_seen(string filter, string parameter, DiagnosticSeverity severity)
    {
        var said = await Diagnosis.Of<FilteredQueryAnalyzer>(DeclarationSource.WithPatterns($$"""
            [Filter("{{filter}}")] IAsyncEnumerable<Order> QueryAsync(string customerId, {{parameter}}, CancellationToken cancellationToken);
            """));

        Assert.Equal(severity, Assert.Single(said).Severity);
    }

    [Fact]
    public async Task Patterns_without_a_filter_are_left_alone() =>
        Assert.Empty(await Diagnosis.Of<FilteredQueryAnalyzer>(DeclarationSource.WithPatterns(
            "IAsyncEnumerable<Order> QueryAsync(string customerId, CancellationToken cancellationToken);")));
}
