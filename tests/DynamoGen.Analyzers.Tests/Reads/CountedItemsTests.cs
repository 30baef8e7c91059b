using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class CountedItemsTests
{
    private const string Query = "var r = await client.QueryAsync(new QueryRequest { TableName = \"t\", KeyConditionExpression = \"pk = :p\" }); ";
    private const string Filtered = "var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\", FilterExpression = \"a = :a\" }); ";

    private static string Source(string statements) => SdkSource.Of($$"""
            public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBRangeKey] public string Date { get; set; } = ""; }
            public class Other { public Task<Other> QueryAsync(object request) => Task.FromResult(this); public List<int> Items { get; } = []; public int Count { get; } }
            async Task<object?> M(string id, QueryRequest given, QueryOperationConfig config, Expression filter, Select select, QueryFilter key)
            {
        {{statements}}
                return null;
            }
            static int SizeOf(QueryResponse response) => response.Items.Count;
        """);

    private static Task Reports(string statements) => RuleTest<CountedItemsAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Query + "return r.Items.{|DG3010:Count|};")]
    [InlineData(Query + "return r.{|DG3010:Count|};")]
    [InlineData(Query + "return r.Items.{|DG3010:Count|}();")]
    [InlineData(Query + "return r.Items.{|DG3010:Any|}();")]
    [InlineData(Query + "return r.Items?.{|DG3010:Count|} ?? 0;")]
    [InlineData(Query + "var items = r.Items; return items.{|DG3010:Count|} > 10;")]
    [InlineData(Query + "if (r.Items != null && r.Items.{|DG3010:Count|} > 0) return true;")]
    [InlineData(Query + "return {|DG3010:r.Items is { Count: > 0 }|};")]
    [InlineData("return (await concreteClient.ScanAsync(new ScanRequest(\"t\"))).{|DG3010:Count|};")]
    [InlineData("return client.QueryAsync(new QueryRequest { Select = Select.ALL_ATTRIBUTES }).Result.Items.{|DG3010:Count|};")]
    [InlineData("var total = 0; var q = new QueryRequest { TableName = \"t\", Limit = 100 }; QueryResponse r; do { r = await client.QueryAsync(q); total += r.Items.{|DG3010:Count|}; q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey?.Count > 0); return total;")]
    [InlineData("var r = await client.{|DG3010:QueryAsync|}(new QueryRequest()); return SizeOf(r);")]
    public Task Flags_responses_that_are_counted(string statements) => Reports(statements);

    [Theory]
    [InlineData("return (await context.QueryAsync<Order>(id).GetRemainingAsync()).{|DG3010:Count|};")]
    [InlineData("var orders = await context.ScanAsync<Order>([]).GetRemainingAsync(); return orders.{|DG3010:Any|}();")]
    [InlineData("var search = context.QueryAsync<Order>(id); var total = 0; do { var set = await search.GetNextSetAsync(); total += set.{|DG3010:Count|}; } while (!search.IsDone); return total;")]
    [InlineData("return (await table.Query(key).GetRemainingAsync()).{|DG3010:Count|}();")]
    [InlineData("return (await table.Query(id, filter).GetNextSetAsync()).{|DG3010:Any|}();")]
    public Task Flags_searches_that_are_counted(string statements) => Reports(statements);

    [Theory]
    [InlineData("return (await client.QueryAsync(new QueryRequest { Select = Select.COUNT })).Count;")]
    [InlineData("var q = new QueryRequest(); q.Select = Select.COUNT; var r = await client.QueryAsync(q); return r.Count;")]
    [InlineData("return (await client.QueryAsync(new QueryRequest { Select = select })).Count;")]
    [InlineData("return (await client.QueryAsync(given)).Count;")]
    [InlineData("return (await client.QueryAsync(new QueryRequest { Limit = 1 })).Items.Count > 0;")]
    [InlineData("return (await client.QueryAsync(new QueryRequest { Limit = 20 })).Count;")]
    [InlineData("return (await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p AND sk = :s\" })).Count > 0;")]
    [InlineData(Query + "Use(r.Items.Count); foreach (var item in r.Items) Use(item);")]
    [InlineData(Query + "if (r.Count == 0) return null; return r.Items[0];")]
    [InlineData(Query + "return r.Items.Count(item => item.Count > 1);")]
    [InlineData(Query + "return r.Items.Any(item => item.Count > 1);")]
    [InlineData(Query + "return r.Items.Where(item => item.Count > 1).Count();")]
    [InlineData(Query + "Use(r.Count); return r;")]
    [InlineData(Query + "Use(r.Items.Count); return r.Items;")]
    [InlineData(Query + "return r.Items is { Count: > 0 } items ? items[0] : null;")]
    [InlineData(Query + "return r.ScannedCount;")]
    [InlineData("await client.QueryAsync(new QueryRequest());")]
    [InlineData("return (await new Other().QueryAsync(new QueryRequest())).Count;")]
    [InlineData("return (await client.BatchGetItemAsync(new BatchGetItemRequest())).Responses.Count;")]
    [InlineData("return (await client.ListTablesAsync()).TableNames.Count;")]
    [InlineData("var orders = await context.QueryAsync<Order>(id).GetRemainingAsync(); Use(orders.Count); return orders;")]
    [InlineData("return (await table.Query(new QueryOperationConfig { Filter = key, Select = SelectValues.Count }).GetRemainingAsync()).Count;")]
    [InlineData("return (await table.Query(new QueryOperationConfig { Filter = key, Limit = 1 }).GetNextSetAsync()).Any();")]
    [InlineData("return (await context.FromQueryAsync<Order>(config).GetRemainingAsync()).Count;")]
    [InlineData("return (await context.QueryAsync<Order>(id, QueryOperator.Equal, [\"2026\"]).GetRemainingAsync()).Any();")]
    [InlineData("var items = new List<Order>(); items.AddRange(await context.QueryAsync<Order>(id).GetRemainingAsync()); return items.Count;")]
    public Task Leaves_others_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData(Query + "return r.Items.Count;", "count them; set Select = Select.COUNT, which sends none and bills as much, or keep a counter")]
    [InlineData(Query + "return r.Items.Count == 0;", "see whether there is any; ask for one with Limit = 1")]
    [InlineData(Filtered + "return r.Count > 0;", "see whether there is any; set Select = Select.COUNT, which sends none")]
    [InlineData(
        "return (await context.QueryAsync<Order>(id).GetRemainingAsync()).Count;",
        "count them; send a request with Select.COUNT, which sends none and bills as much, or keep a counter")]
    public async Task Says_what_to_do_instead(string statements, string end) => Assert.Equal(
        $"All items are read, sent and billed, up to 1 MB for each request, only to {end}",
        Assert.Single(await Diagnosis.Of<CountedItemsAnalyzer>(Source(statements))).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<CountedItemsAnalyzer>.ReportsInTestProject(Source(Query + "return r.Items.Count;"));
}
