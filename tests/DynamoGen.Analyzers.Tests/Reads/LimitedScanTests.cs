using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>A Scan with a limit and without a filter reads as many items as it returns.</summary>
public sealed class LimitedScanTests
{
    private static Task Reports(string statements) => RuleTest<ScanAnalyzer>.Reports(SdkSource.Of($$"""
            async Task M(Dictionary<string, AttributeValue> start, string token, int size, string text)
            {
        {{statements}}
            }
            static void Change(object request) { }
        """));

    [Theory]
    [InlineData("var page = await client.ScanAsync(new ScanRequest(\"orders\") { Limit = 20 });")]
    [InlineData(
        "var request = new ScanRequest { Limit = size, ExclusiveStartKey = start }; var page = await client.ScanAsync(request); Use(page.LastEvaluatedKey);")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Limit = size, PaginationToken = token }); var page = await search.GetNextSetAsync().ConfigureAwait(false); Use(search.IsDone ? null : search.PaginationToken);")]
    [InlineData("foreach (var name in new[] { text, token }) { Use((await client.ScanAsync(new ScanRequest { TableName = name, Limit = 20 })).Items); }")]
    public Task Leaves_one_page_with_a_limit_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("var page = await client.{|DG3001:ScanAsync|}(new ScanRequest(\"orders\"));")]
    [InlineData("var page = await client.{|DG3001:ScanAsync|}(new ScanRequest { Limit = 20, FilterExpression = text });")]
    [InlineData("var request = new ScanRequest { Limit = 20 }; do { var page = await client.{|DG3001:ScanAsync|}(request); request.ExclusiveStartKey = page.LastEvaluatedKey; } while (request.ExclusiveStartKey != null);")]
    [InlineData(
        "foreach (var name in new[] { text, token }) "
        + "{ await client.{|DG3001:ScanAsync|}(new ScanRequest { TableName = name, Limit = 20, ExclusiveStartKey = start }); }")]
    [InlineData("var request = new ScanRequest { Limit = 20 }; Change(request); await client.{|DG3001:ScanAsync|}(request);")]
    [InlineData("var search = table.{|DG3001:Scan|}(new ScanOperationConfig { Limit = 20 }); while (!search.IsDone) { await search.GetNextSetAsync(); }")]
    [InlineData("var search = table.{|DG3001:Scan|}(new ScanOperationConfig { Limit = 20 }); await search.GetRemainingAsync();")]
    [InlineData("var search = table.{|DG3001:Scan|}(new ScanOperationConfig { Limit = 20 }); await search.GetNextSetAsync(); await search.GetNextSetAsync();")]
    [InlineData("var search = table.{|DG3001:Scan|}(new ScanOperationConfig()); await search.GetNextSetAsync();")]
    [InlineData("Use(client.Paginators.{|DG3001:Scan|}(new ScanRequest { Limit = 20 }));")]
    public Task Flags_what_goes_on_or_drops_items(string statements) => Reports(statements);
}
