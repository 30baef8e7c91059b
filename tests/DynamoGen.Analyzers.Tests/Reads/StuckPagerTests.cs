using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class StuckPagerTests
{
    private const string Scan = "var request = new ScanRequest { TableName = \"t\" }; ";

    private static string Source(string statements) => SdkSource.Of($$"""
        async Task M(List<object> all, Dictionary<string, AttributeValue> from)
            {
        {{statements}}
            }
            void Add(object item) { }
            void DeleteAll(object items) { }
        """);

    [Theory]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.{|DG3014:ScanAsync|}(request); all.AddRange(r.Items); "
        + "} while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.{|DG3014:ScanAsync|}(request); all.AddRange(r.Items); "
        + "} while (r.LastEvaluatedKey != null && r.LastEvaluatedKey.Count > 0);")]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.{|DG3014:ScanAsync|}(request); all.AddRange(r.Items); "
        + "} while (r.LastEvaluatedKey?.Count > 0);")]
    [InlineData(
        "Dictionary<string, AttributeValue>? key = null; do { var r = await client.{|DG3014:QueryAsync|}(new QueryRequest(\"t\")); "
        + "foreach (var i in r.Items) Add(i); key = r.LastEvaluatedKey; } while (key is { Count: > 0 });")]
    [InlineData(
        "Dictionary<string, AttributeValue>? key = null; var q = new QueryRequest { ExclusiveStartKey = key }; "
        + "do { var r = await client.{|DG3014:QueryAsync|}(q); Use(r.Items); key = r.LastEvaluatedKey; } while (key != null);")]
    [InlineData(
        Scan + "while (true) { var r = await concreteClient.{|DG3014:ScanAsync|}(request).ConfigureAwait(false); all.AddRange(r.Items); "
        + "if (r.LastEvaluatedKey == null || r.LastEvaluatedKey.Count == 0) { break; } }")]
    [InlineData(
        Scan + "while (true) { var r = await client.{|DG3014:ScanAsync|}(request); all.AddRange(r.Items); "
        + "if (r.LastEvaluatedKey.Any()) { Use(1); } else return; }")]
    [InlineData(
        "ScanResponse r; do { r = await client.{|DG3014:ScanAsync|}(new ScanRequest { ExclusiveStartKey = from }); Use(r.Items); "
        + "} while (r.LastEvaluatedKey != null);")]
    [InlineData(
        "ListTablesResponse r; do { r = await client.{|DG3014:ListTablesAsync|}(new ListTablesRequest()); all.AddRange(r.TableNames); "
        + "} while (r.LastEvaluatedTableName != null);")]
    [InlineData(
        "string? next; do { var r = await client.{|DG3014:ExecuteStatementAsync|}(new ExecuteStatementRequest { Statement = \"SELECT "
        + "* FROM t\" }); all.AddRange(r.Items); next = r.NextToken; } while (!string.IsNullOrEmpty(next));")]
    public Task Flags_loops_that_read_one_page_for_ever(string statements) => RuleTest<StuckPagerAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.ScanAsync(request); Use(r.Items); request.ExclusiveStartKey = r.LastEvaluatedKey; "
        + "} while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData(
        "Dictionary<string, AttributeValue>? key = null; do { var r = await client.ScanAsync(new ScanRequest { ExclusiveStartKey = "
        + "key }); Use(r.Items); key = r.LastEvaluatedKey; } while (key is { Count: > 0 });")]
    [InlineData(
        "Dictionary<string, AttributeValue>? key = null; do { var q = new QueryRequest(\"t\"); "
        + "if (key != null) q.ExclusiveStartKey = key; var r = await client.QueryAsync(q); Use(r.Items); key = r.LastEvaluatedKey; "
        + "} while (key != null);")]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.ScanAsync(request); Use(r.Items); Advance(request, r); "
        + "} while (r.LastEvaluatedKey != null); void Advance(ScanRequest q, ScanResponse p) => q.ExclusiveStartKey = " + "p.LastEvaluatedKey;")]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.ScanAsync(request); Use(r.Items); "
        + "request = new ScanRequest { ExclusiveStartKey = r.LastEvaluatedKey }; } while (r.LastEvaluatedKey != null);")]
    [InlineData(Scan + "ScanResponse r; do { r = await client.ScanAsync(request); DeleteAll(r.Items); } while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData(
        Scan + "ScanResponse r; do { r = await client.ScanAsync(request); foreach (var i in r.Items) await client.DeleteItemAsync(\"t\", i); "
        + "} while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData(
        Scan + "while (true) { var r = await client.ScanAsync(request); Use(r.Items); "
        + "if (r.LastEvaluatedKey is { Count: > 0 }) { Use(\"there is more\"); } await Task.Delay(1000); }")]
    [InlineData(Scan + "for (var i = 0; i < 3; i++) { var r = await client.ScanAsync(request); Use(r.Items); Use(r.LastEvaluatedKey); }")]
    [InlineData(
        Scan + "var r = await client.ScanAsync(request); while (r.LastEvaluatedKey is { Count: > 0 }) { request.ExclusiveStartKey = "
        + "r.LastEvaluatedKey; r = await client.ScanAsync(request); }")]
    [InlineData(
        Scan + "ScanResponse r; do { while (true) { try { r = await client.ScanAsync(request); break; "
        + "} catch (AmazonDynamoDBException) { } } request.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey != null);")]
    [InlineData(
        "var key = from; do { var r = await client.ScanAsync(new ScanRequest { ExclusiveStartKey = Next(r2: key) }); "
        + "key = r.LastEvaluatedKey; } while (key != null); Dictionary<string, AttributeValue> Next(Dictionary<string, AttributeValue> "
        + "r2) => r2;")]
    [InlineData(
        "string? next = null; do { var r = await client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = \"\", "
        + "NextToken = next }); next = r.NextToken; } while (next != null);")]
    [InlineData("await foreach (var page in client.Paginators.Scan(new ScanRequest()).Responses) { if (page.LastEvaluatedKey == null) break; }")]
    [InlineData(
        Scan + "Dictionary<string, AttributeValue>? key = null; do { request.ExclusiveStartKey = key; "
        + "var r = await client.ScanAsync(request); Use(r.Items); key = r.LastEvaluatedKey; } while (key?.Count > 0);")]
    public Task Leaves_others_alone(string statements) => RuleTest<StuckPagerAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<StuckPagerAnalyzer>.ReportsInTestProject(
        Source(Scan + "ScanResponse r; do { r = await client.ScanAsync(request); Use(r.Items); } while (r.LastEvaluatedKey != null);"));
}
