using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class ScanMessageTests
{
    private const string Remedy = ", 1.3 million read units for 10 GB; use a Query, or say why with [AllowScan(\"why\")]";
    private const string Filter = " (the filter is applied after reading)";

    private static async Task<string> MessageOf(string statements)
    {
        var diagnostics = await Diagnosis.Of<ScanAnalyzer>(ScanSource.Of($"void M() {{ {statements} }}"));
        return Assert.Single(diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("client.ScanAsync(\"orders\", new List<string>());", "'orders'")]
    [InlineData("client.ScanAsync(new ScanRequest(\"orders\"));", "'orders'")]
    [InlineData("client.ScanAsync(new ScanRequest { TableName = \"orders\" });", "'orders'")]
    [InlineData("var request = new ScanRequest(); request.TableName = \"orders\"; client.ScanAsync(request);", "'orders'")]
    [InlineData("var name = \"orders\"; client.ScanAsync(name, new List<string>());", "'orders'")]
    [InlineData("var request = new ScanRequest(); client.ScanAsync(request);", "the table")]
    [InlineData("context.ScanAsync<Order>(new List<ScanCondition>());", "the table of 'Order'")]
    [InlineData("table.Scan(new ScanFilter());", "the table")]
    [InlineData("client.ScanAsync(new ScanRequest { TableName = \"orders\", IndexName = \"open\" });", "index 'open' of 'orders'")]
    [InlineData("client.ScanAsync(new ScanRequest { TableName = \"orders\", IndexName = $\"{1}\" });", "an index of 'orders'")]
    [InlineData("context.ScanAsync<Order>([], new ScanConfig { IndexName = \"open\" });", "index 'open' of the table of 'Order'")]
    [InlineData("table.Scan(new ScanOperationConfig { IndexName = \"open\" });", "index 'open' of the table")]
    public async Task Names_the_table_as_far_as_the_call_shows_it(string statements, string table) =>
        Assert.Equal($"Scan reads and bills every item of {table}{Remedy}", await MessageOf(statements));

    [Theory]
    [InlineData("IndexName = \"open\"", DiagnosticSeverity.Info)]
    [InlineData("IndexName = null", DiagnosticSeverity.Warning)]
    public async Task Of_an_index_it_only_informs(string index, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(
            await Diagnosis.Of<ScanAnalyzer>(ScanSource.Of($"void M() => client.ScanAsync(new ScanRequest {{ {index} }});"))).Severity);

    [Theory]
    [InlineData("client.ScanAsync(new ScanRequest { FilterExpression = \"a = :a\" });")]
    [InlineData("var request = new ScanRequest { FilterExpression = \"a = :a\" }; client.ScanAsync(request);")]
    [InlineData("var request = new ScanRequest(); request.FilterExpression = \"a = :a\"; client.ScanAsync(request);")]
    [InlineData("client.ScanAsync(new ScanRequest { ScanFilter = { [\"a\"] = new Condition() } });")]
    [InlineData("client.ScanAsync(\"orders\", new Dictionary<string, Condition> { [\"a\"] = new Condition() });")]
    [InlineData("context.ScanAsync<Order>([new ScanCondition(\"Email\", ScanOperator.Equal, 1)]);")]
    [InlineData("context.ScanAsync<Order>(new[] { new ScanCondition(\"Email\", ScanOperator.Equal, 1) });")]
    [InlineData("var conditions = new List<ScanCondition>(); conditions.Add(null!); context.ScanAsync<Order>(conditions);")]
    [InlineData("context.FromScanAsync<Order>(new ScanOperationConfig { FilterExpression = new Expression() });")]
    [InlineData("var filter = new ScanFilter(); filter.AddCondition(\"a\", ScanOperator.Equal, 1); table.Scan(filter);")]
    [InlineData("table.Scan(new Expression { ExpressionStatement = \"a = :a\" });")]
    public async Task Mentions_a_filter_that_is_visible(string statements) =>
        Assert.Contains(Filter, await MessageOf(statements), StringComparison.Ordinal);

    [Theory]
    [InlineData("client.ScanAsync(new ScanRequest { TotalSegments = 5, FilterExpression = null });")]
    [InlineData("client.ScanAsync(\"orders\", new List<string> { \"id\" });")]
    [InlineData("client.ScanAsync(\"orders\", new Dictionary<string, Condition>());")]
    [InlineData("context.ScanAsync<Order>([]);")]
    [InlineData("context.ScanAsync<Order>((IEnumerable<ScanCondition>)null!);")]
    [InlineData("var filter = new ScanFilter(); var other = new ScanFilter(); other.AddCondition(\"a\", ScanOperator.Equal, 1); table.Scan(filter);")]
    [InlineData("table.Scan(new ScanOperationConfig { Limit = 5 });")]
    public async Task Mentions_no_filter_where_none_is_visible(string statements) =>
        Assert.DoesNotContain(Filter, await MessageOf(statements), StringComparison.Ordinal);
}
