using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class PageTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            async Task<object?> M(QueryRequest given, string text, CancellationToken token)
            {
        {{statements}}
                return null;
            }
            static void Change(object request) { }
            [DynamoDBTable("users")] class User { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            [DynamoDBTable("orders")] class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBRangeKey] public string Date { get; set; } = ""; }
        """);

    private static Task Reports(string statements) => RuleTest<PageAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }); foreach (var item in r.Items) { }")]
    [InlineData(
        "var r = await client.{|DG3005:ScanAsync|}(new ScanRequest(\"orders\"), token).ConfigureAwait(false); Use(r.Items.Select(x => x.Count).ToList());")]
    [InlineData("Use((await concreteClient.{|DG3005:ScanAsync|}(new ScanRequest())).Items);")]
    [InlineData("Use(client.{|DG3005:ScanAsync|}(new ScanRequest()).Result.Items);")]
    [InlineData("Use(client.{|DG3005:ScanAsync|}(new ScanRequest()).GetAwaiter().GetResult().Items);")]
    [InlineData("var request = new ScanRequest(); request.FilterExpression = \"a = :a\"; var r = await client.{|DG3005:ScanAsync|}(request); Use(r.Items.FirstOrDefault());")]
    [InlineData("var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { KeyConditionExpression = \"pk = :p AND begins_with(sk, :s)\", Select = Select.COUNT }); Use(r.Count);")]
    [InlineData(
        "var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { IndexName = \"gsi\", KeyConditionExpression = \"a = :a AND b = :b\" }); Use(r.Items);")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); Use(r?.Items);")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); Use(r.Items.Count());")]
    [InlineData(
        "var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); if (r == null) return null; Use(r.Items.Where(x => x.Count > 1).FirstOrDefault());")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); Use(r.Items.FirstOrDefault(x => x.Count > 1));")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); if (r.Items is { Count: > 0 } items) Use(items);")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); if (r.Items is [var first, .. var rest]) Use(rest);")]
    [InlineData("while (text.Length > 0) { var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); foreach (var item in r.Items) Use(item); }")]
    [InlineData("var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { TableName = \"orders\", KeyConditionExpression = \"Id = :id\" }); foreach (var item in r.Items) Use(item);")]
    [InlineData("var r = await client.{|DG3005:QueryAsync|}(new QueryRequest { TableName = \"users\", IndexName = \"byId\", KeyConditionExpression = \"Id = :id\" }); Use(r.Items);")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); var items = r.Items; Use(items.Count); foreach (var item in items) Use(item);")]
    public Task Flags_reads_of_one_page(string statements) => Reports(statements);

    [Theory]
    [InlineData("var r = await client.{|DG3005:ListTablesAsync|}(); if (r.TableNames.Contains(text)) Use(text);")]
    [InlineData("Use((await client.{|DG3005:ListTablesAsync|}(token)).TableNames.Any(name => name == text));")]
    [InlineData("var r = await concreteClient.{|DG3005:ListTablesAsync|}(new ListTablesRequest()); foreach (var name in r.TableNames) Use(name);")]
    [InlineData("Use(client.{|DG3005:ListTablesAsync|}().Result.TableNames.ToList());")]
    [InlineData("var r = await client.{|DG3005:ListBackupsAsync|}(new ListBackupsRequest { TableName = text }); Use(r.BackupSummaries.Count);")]
    [InlineData("var r = await client.{|DG3005:ListExportsAsync|}(new ListExportsRequest()); foreach (var one in r.ExportSummaries) Use(one);")]
    public Task Flags_lists_of_one_page(string statements) => Reports(statements);

    [Theory]
    [InlineData("string? last = null; do { var r = await client.ListTablesAsync(last); Use(r.TableNames); last = r.LastEvaluatedTableName; } while (last != null);")]
    [InlineData("var r = await client.ListTablesAsync(1); Use(r.TableNames.Count);")]
    [InlineData("var r = await client.ListTablesAsync(new ListTablesRequest { Limit = 10 }); Use(r.TableNames);")]
    [InlineData("var r = await client.ListTablesAsync(new ListTablesRequest { ExclusiveStartTableName = text }); Use(r.TableNames);")]
    [InlineData("var r = await client.ListTablesAsync(); Use(r.HttpStatusCode);")]
    [InlineData("var r = await client.ListTablesAsync(); if (r.TableNames.Any()) Use(text); if (r.TableNames.Count > 0) Use(text);")]
    [InlineData("await client.ListTablesAsync();")]
    [InlineData("return await client.ListTablesAsync();")]
    [InlineData("var r = await client.ListExportsAsync(new ListExportsRequest { MaxResults = 1 }); Use(r.ExportSummaries);")]
    public Task Leaves_other_lists_alone(string statements) => Reports(statements);

    [Fact]
    public Task Leaves_lists_of_test_projects_alone() =>
        RuleTest<PageAnalyzer>.ReportsInTestProject(Source("var r = await client.ListTablesAsync(); Use(r.TableNames.Contains(text));"));

    [Theory]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest { Limit = 10 }); Use(r.Items.OrderByDescending(x => x[text].S).ToList());")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest { Limit = 10 }); var items = r.Items.Select(x => x[text].S).ToList(); Use(items.OrderBy(x => x));")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest { Limit = 10 }); Use(r.Items.Select(x => x[text].S).ToList());")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\", Limit = 10 }); Use(r.Items.OrderBy(x => x[text].S));")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest { Limit = 10 }); Use(r.LastEvaluatedKey); Use(r.Items.OrderBy(x => x[text].S));")]
    public Task Flags_a_page_that_is_sorted(string statements) => Reports(statements);

    [Theory]
    [InlineData("var r = await client.{|DG3004:QueryAsync|}(new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"a = :a\", Limit = 1 }); Use(r.Items.FirstOrDefault());")]
    [InlineData("var q = new ScanRequest { Limit = 10 }; q.FilterExpression = text; var r = await client.{|DG3004:ScanAsync|}(q); Use(r.Items);")]
    public Task Flags_a_limit_with_a_filter(string statements) => Reports(statements);

    [Theory]
    [InlineData("var r = await client.QueryAsync(given); Use(r.Items);")]
    [InlineData("var q = new ScanRequest(); Change(q); var r = await client.ScanAsync(q); Use(r.Items);")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest()); Use(r.Items); Use(r.LastEvaluatedKey);")]
    [InlineData("var q = new ScanRequest { FilterExpression = \"a = :a\", Limit = 5 }; ScanResponse r; do { r = await client.ScanAsync(q); Use(r.Items); q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest()); return r;")]
    [InlineData("return await client.ScanAsync(new ScanRequest());")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest()); Change(r);")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest { ExclusiveStartKey = given.ExclusiveStartKey }); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\", Limit = 1 }); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p AND sk = :s\" }); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = text }); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditions = given.KeyConditions }); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); Use(r.Items.FirstOrDefault()); Use(r.Items.Count == 0); Use(r.Items[0]); Use(r.Count > 0); Use(r.Items?.FirstOrDefault());")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); if (r.Items.Count() != 0) { Use(r.Items[0]); }")]
    [InlineData("var r = await client.ScanAsync(new ScanRequest()); Use(r.HttpStatusCode);")]
    [InlineData("await client.ScanAsync(new ScanRequest());")]
    [InlineData("await foreach (var item in client.Paginators.Scan(new ScanRequest { Limit = 1, FilterExpression = \"a = :a\" }).Responses) { }")]
    [InlineData("var tasks = new[] { client.ScanAsync(new ScanRequest()) }; Use(await Task.WhenAll(tasks));")]
    [InlineData(
        "var r = await client.ScanAsync(new ScanRequest()); if (r is not { LastEvaluatedKey: null }) throw new InvalidOperationException(); Use(r.Items);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); if (r.Items is [var first, ..]) Use(first); if (r.Items is not { Count: > 0 }) return null;")]
    [InlineData("while (true) { var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); if (r.Items.Count == 0) break; foreach (var item in r.Items) await client.DeleteItemAsync(\"t\", item); }")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { TableName = \"users\", KeyConditionExpression = \"Id = :id\" }); foreach (var user in r.Items) Use(user);")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); var items = r.Items; if (items.Count == 0) return null; return items[0];")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :p\" }); return r.Items.Select(Document.FromAttributeMap).SingleOrDefault() ?? r.Items.Take(1).ToList() ?? (object?)r.Items.ElementAtOrDefault(0);")]
    public Task Leaves_other_reads_alone(string statements) => Reports(statements);

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<PageAnalyzer>.ReportsInTestProject(Source("var r = await client.ScanAsync(new ScanRequest()); Use(r.Items);"));

    [Fact]
    public Task Fix_collects_the_items_of_all_pages() => RuleTest<PageAnalyzer>.Fixes<ReadAllPagesCodeFix>(
        Source("""
                    // All orders.
                    var response = await client.{|DG3005:ScanAsync|}(new ScanRequest("orders"), token).ConfigureAwait(false);
                    foreach (var item in response.Items)
                    {
                        Use(item);
                    }

                    var more = await client.{|DG3005:QueryAsync|}(new QueryRequest { KeyConditionExpression = "pk = :pk" });
                    Use(more.Items.Count);
            """),
        Source("""
                    // All orders.
                    var responseItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var response in client.Paginators.Scan(new ScanRequest("orders")).Responses.WithCancellation(token).ConfigureAwait(false))
                    {
                        responseItems.AddRange(response.Items);
                    }
                    foreach (var item in responseItems)
                    {
                        Use(item);
                    }

                    var moreItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var more in client.Paginators.Query(new QueryRequest { KeyConditionExpression = "pk = :pk" }).Responses)
                    {
                        moreItems.AddRange(more.Items);
                    }
                    Use(moreItems.Count);
            """));

    [Fact]
    public Task Fix_of_one_read_reaches_the_next_that_depends_on_it() => RuleTest<PageAnalyzer>.Fixes<ReadAllPagesCodeFix>(
        Source("""
                    var first = await client.{|DG3005:ScanAsync|}(new ScanRequest("customers"));
                    var second = await client.{|DG3005:ScanAsync|}(new ScanRequest
                    {
                        TableName = "orders", // all of them
                        ExpressionAttributeValues = first.Items.Last(),
                    }); // done
                    Use(second.Items.Count);
            """),
        Source("""
                    var firstItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var first in client.Paginators.Scan(new ScanRequest("customers")).Responses)
                    {
                        firstItems.AddRange(first.Items);
                    }
                    var secondItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var second in client.Paginators.Scan(new ScanRequest
                    {
                        TableName = "orders", // all of them
                        ExpressionAttributeValues = firstItems.Last(),
                    }).Responses)
                    {
                        secondItems.AddRange(second.Items);
                    } // done
                    Use(secondItems.Count);
            """));

    [Fact]
    public Task Fix_reads_pages_until_as_many_items_are_found_as_the_limit_says() => RuleTest<PageAnalyzer>.Fixes<ReadUntilFoundCodeFix>(
        Source("""
                    var open = await client.{|DG3004:QueryAsync|}(new QueryRequest { KeyConditionExpression = "pk = :pk", FilterExpression = "a = :a", Limit = 10 }, token);
                    Use(open.Items.Count);

                    const int PageSize = 20;
                    var request = new ScanRequest { FilterExpression = "a = :a" };
                    request.Limit = PageSize;
                    var all = await concreteClient.{|DG3004:ScanAsync|}(request).ConfigureAwait(false);
                    Use(all.Items);
            """),
        Source("""
                    var openItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var open in client.Paginators.Query(new QueryRequest { KeyConditionExpression = "pk = :pk", FilterExpression = "a = :a", Limit = 10 }).Responses.WithCancellation(token))
                    {
                        openItems.AddRange(open.Items);
                        if (openItems.Count >= 10)
                        {
                            openItems.RemoveRange(10, openItems.Count - 10);
                            break;
                        }
                    }
                    Use(openItems.Count);

                    const int PageSize = 20;
                    var request = new ScanRequest { FilterExpression = "a = :a" };
                    request.Limit = PageSize;
                    var allItems = new List<Dictionary<string, AttributeValue>>();
                    await foreach (var all in concreteClient.Paginators.Scan(request).Responses.ConfigureAwait(false))
                    {
                        allItems.AddRange(all.Items);
                        if (allItems.Count >= PageSize)
                        {
                            allItems.RemoveRange(PageSize, allItems.Count - PageSize);
                            break;
                        }
                    }
                    Use(allItems);
            """));

    [Theory]
    [InlineData("var r = await client.{|DG3004:ScanAsync|}(new ScanRequest { FilterExpression = \"a = :a\", Limit = text.Length }); Use(r.Items);")]
    [InlineData("int? limit = 10; var r = await client.{|DG3004:ScanAsync|}(new ScanRequest { FilterExpression = \"a = :a\", Limit = limit }); Use(r.Items);")]
    [InlineData("var r = await client.{|DG3004:ScanAsync|}(new ScanRequest { FilterExpression = \"a = :a\", Limit = 10 }); Use(r.Items); Use(r.ScannedCount);")]
    public Task Fix_is_not_offered_for_a_limit_that_cannot_be_repeated(string statements) =>
        RuleTest<PageAnalyzer>.OffersNo<ReadUntilFoundCodeFix>(Source(statements));

    [Theory]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(new ScanRequest()); Use(r.Items); Use(r.Count);")]
    [InlineData("Use((await client.{|DG3005:ScanAsync|}(new ScanRequest())).Items);")]
    [InlineData("var r = await client.{|DG3005:ScanAsync|}(cancellationToken: token, request: new ScanRequest()); Use(r.Items);")]
    public Task Fix_is_not_offered_where_more_than_the_items_is_used(string statements) =>
        RuleTest<PageAnalyzer>.OffersNo<ReadAllPagesCodeFix>(Source(statements));
}
