using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>The document model counts the items of a page before the filter too.</summary>
public sealed class DocumentPageTests
{
    private static Task Reports(string statements) => RuleTest<PageAnalyzer>.Reports(SdkSource.Of($$"""
        async Task M(Expression filter, QueryFilter key, ScanFilter all, string token, string text)
        {
            {{statements}}
        }
        """));

    [Theory]
    [InlineData("var search = table.{|DG3004:Scan|}(new ScanOperationConfig { Filter = all, Limit = 10 }); Use(await search.GetNextSetAsync());")]
    [InlineData("var search = table.{|DG3004:Query|}(new QueryOperationConfig { Filter = key, FilterExpression = filter, Limit = 1 }); Use(await search.GetNextSetAsync());")]
    [InlineData("Use(await table.{|DG3004:Scan|}(new ScanOperationConfig { FilterExpression = filter, Limit = 10 }).GetNextSetAsync());")]
    [InlineData("Use(await context.{|DG3004:FromScanAsync|}<object>(new ScanOperationConfig { Filter = all, Limit = 10 }).GetNextSetAsync());")]
    [InlineData("var search = context.{|DG3004:FromQueryAsync|}<object>(new QueryOperationConfig { FilterExpression = filter, Limit = 1 }); Use(await search.GetNextSetAsync());")]
    public Task Flags_one_set_of_a_filtered_search_with_a_limit(string statements) => Reports(statements);

    [Theory]
    [InlineData("var search = table.Query(new QueryOperationConfig { Filter = key, Limit = 10 }); Use(await search.GetNextSetAsync());")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Filter = all }); Use(await search.GetNextSetAsync());")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Filter = all, Limit = 10 }); do { Use(await search.GetNextSetAsync()); } while (!search.IsDone);")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Filter = all, Limit = 10 }); Use(await search.GetRemainingAsync());")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Filter = all, Limit = 10 }); Use(await search.GetNextSetAsync()); Use(search.PaginationToken);")]
    [InlineData("var search = table.Scan(new ScanOperationConfig { Filter = all, Limit = 10, PaginationToken = token }); Use(await search.GetNextSetAsync());")]
    public Task Leaves_other_searches_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("var page = await client.{|DG3005:ScanAsync|}(new ScanRequest(\"orders\")); Use(page.Items);")]
    [InlineData("var page = await client.{|DG3004:ScanAsync|}(new ScanRequest(\"orders\") { Limit = 5, FilterExpression = text }); Use(page.Items);")]
    [InlineData("Use(await table.{|DG3004:Scan|}(new ScanOperationConfig { FilterExpression = filter, Limit = 10 }).GetNextSetAsync());")]
    [InlineData("Use(await table.Scan(new ScanOperationConfig { FilterExpression = filter }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use(await context.ScanAsync<object>([]).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use(await table.Query(new QueryOperationConfig { FilterExpression = filter }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("await foreach (var page in client.Paginators.{|DG3001:Scan|}(new ScanRequest(\"orders\")).Responses) Use(page.Items);")]
    public async Task One_Scan_has_one_report(string statements)
    {
        var marked = SdkSource.Of($"async Task M(Expression filter, string text) {{ {statements} }}");
        var rule = marked.Substring(marked.IndexOf("{|", StringComparison.Ordinal) + 2, 6);
        var source = marked.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        var reported = (await Diagnosis.Of(source)).Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("DG3", StringComparison.Ordinal));
        Assert.Equal([rule], reported);
    }
}
