using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class FirstSetTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            [DynamoDBTable("orders")] public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBRangeKey] public string Date { get; set; } = ""; }
            [DynamoDBTable("users")] public class User
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDBGlobalSecondaryIndexHashKey("by-mail")] public string Mail { get; set; } = "";
            }
            public class Other { public Other QueryAsync<T>(string id) => this; public Task<List<Order>> GetNextSetAsync() => null!; }
            private DynamoDBContext concreteContext = null!;
            private Table concreteTable = null!;
            private IAsyncSearch<Order> field = null!;
            async Task<object?> M(string id, Expression filter, QueryFilter key, List<ScanCondition> conditions, QueryOperationConfig given, string[] ids, CancellationToken token)
            {
        {{statements}}
                return null;
            }
        """);

    private static Task Reports(string statements) => RuleTest<FirstSetAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("return await context.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}();")]
    [InlineData("var orders = await concreteContext.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}(token).ConfigureAwait(false); foreach (var order in orders) Use(order);")]
    [InlineData("var search = context.QueryAsync<Order>(id, QueryOperator.BeginsWith, [\"2026\"]); var orders = await search.{|DG3006:GetNextSetAsync|}(token); Use(orders.Count);")]
    [InlineData("IAsyncSearch<Order> search; search = context.QueryAsync<Order>(id); Use(await search.{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use(context.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}().Result);")]
    [InlineData("Use(context.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}().GetAwaiter().GetResult().ToList());")]
    [InlineData("Use(await table.Query(key).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use(await concreteTable.Query(new QueryOperationConfig { Filter = key }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("var config = new QueryOperationConfig { Filter = key }; var search = table.Query(config); Use(await search.{|DG3006:GetNextSetAsync|}()); Use(search.IndexName);")]
    [InlineData("Use(await context.FromQueryAsync<Order>(new QueryOperationConfig { KeyExpression = filter }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("foreach (var one in ids) { var search = context.QueryAsync<Order>(one); Use(await search.{|DG3006:GetNextSetAsync|}()); }")]
    [InlineData("Use(await Task.WhenAll(ids.Select(one => context.QueryAsync<Order>(one).{|DG3006:GetNextSetAsync|}())));")]
    [InlineData("Use(await context.QueryAsync<User>(id, new QueryConfig { IndexName = \"by-mail\" }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Task<List<Order>> Local() => context.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}(); Use(await Local());")]
    [InlineData("var task = context.QueryAsync<Order>(id).{|DG3006:GetNextSetAsync|}(); var orders = await task; Use(orders.Select(order => order.Id));")]
    public Task Flags_the_first_set_of_a_query(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(await context.ScanAsync<Order>(conditions).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("var search = context.ScanAsync<Order>([]); Use(await search.{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use(await table.Scan(new ScanOperationConfig { FilterExpression = filter }).{|DG3006:GetNextSetAsync|}());")]
    [InlineData("Use((await table.Scan(filter).{|DG3006:GetNextSetAsync|}()).FirstOrDefault());")]
    [InlineData("Use((await table.Query(id, filter).{|DG3006:GetNextSetAsync|}()).FirstOrDefault());")]
    [InlineData("Use((await context.QueryAsync<Order>(id, new QueryConfig { QueryFilter = conditions }).{|DG3006:GetNextSetAsync|}()).Any());")]
    [InlineData("var set = await context.ScanAsync<Order>(conditions).{|DG3006:GetNextSetAsync|}(); if (set.Count > 0) Use(set[0]);")]
    [InlineData("var all = new ScanFilter(); all.AddCondition(\"a\", ScanOperator.Equal, 1); Use((await table.Scan(all).{|DG3006:GetNextSetAsync|}()).First());")]
    public Task Flags_a_set_that_a_filter_may_leave_empty(string statements) => Reports(statements);

    [Theory]
    [InlineData("var search = context.QueryAsync<Order>(id); do { Use(await search.GetNextSetAsync()); } while (!search.IsDone);")]
    [InlineData("var search = context.QueryAsync<Order>(id); while (!search.IsDone) Use(await search.GetNextSetAsync());")]
    [InlineData("var search = context.QueryAsync<Order>(id); for (var i = 0; i < 3; i++) Use(await search.GetNextSetAsync());")]
    [InlineData("var search = table.Query(key); Use(await search.GetNextSetAsync()); Use(search.PaginationToken);")]
    [InlineData("var search = table.Query(key); var page = await search.GetNextSetAsync(); return (page, search.IsDone);")]
    [InlineData("var search = table.Query(key); await search.GetNextSetAsync(); return search.Matches;")]
    [InlineData("var search = context.QueryAsync<Order>(id); Use(await search.GetNextSetAsync()); Use(await search.GetNextSetAsync());")]
    [InlineData("var search = context.QueryAsync<Order>(id); Use(await search.GetNextSetAsync()); Use(await search.GetRemainingAsync());")]
    [InlineData("var search = context.QueryAsync<Order>(id); Use(await search.GetNextSetAsync()); return search;")]
    [InlineData("Use(await context.QueryAsync<Order>(id).GetRemainingAsync());")]
    [InlineData("Use(await field.GetNextSetAsync());")]
    [InlineData("Use(await new Other().QueryAsync<Order>(id).GetNextSetAsync());")]
    [InlineData("await context.QueryAsync<Order>(id).GetNextSetAsync();")]
    [InlineData("_ = await context.QueryAsync<Order>(id).GetNextSetAsync();")]
    [InlineData("while (true) { var set = await context.QueryAsync<Order>(id).GetNextSetAsync(); if (set.Count == 0) break; foreach (var order in set) await context.DeleteAsync(order); }")]
    [InlineData("var search = context.QueryAsync<Order>(id); Func<Task<List<Order>>> next = () => search.GetNextSetAsync(); Use(await next()); Use(await next());")]
    public Task Leaves_searches_that_may_go_on_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("return (await context.QueryAsync<Order>(id).GetNextSetAsync()).FirstOrDefault();")]
    [InlineData("var set = await context.QueryAsync<Order>(id).GetNextSetAsync(); return set.Any();")]
    [InlineData("var set = await table.Query(key).GetNextSetAsync(); return set.Count > 0 ? set[0] : null;")]
    [InlineData("List<Order> set; set = await context.QueryAsync<Order>(id).GetNextSetAsync(); return set?.FirstOrDefault();")]
    [InlineData("var task = context.QueryAsync<Order>(id).GetNextSetAsync(); return (await task).SingleOrDefault();")]
    [InlineData("return (await context.ScanAsync<Order>([]).GetNextSetAsync()).First();")]
    [InlineData("return (await context.ScanAsync<Order>(new List<ScanCondition>()).GetNextSetAsync()).First();")]
    [InlineData("return (await table.Scan(new ScanFilter()).GetNextSetAsync()).First();")]
    public Task Leaves_a_first_item_without_a_filter_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("return await table.Query(new QueryOperationConfig { Filter = key, Limit = 10 }).GetNextSetAsync();")]
    [InlineData("var config = new QueryOperationConfig { Filter = key }; config.PaginationToken = id; return await table.Query(config).GetNextSetAsync();")]
    [InlineData("return await context.FromQueryAsync<Order>(new QueryOperationConfig { FilterExpression = filter, Limit = 10 }).GetNextSetAsync();")]
    [InlineData("return await table.Query(given).GetNextSetAsync();")]
    [InlineData("return await context.FromQueryAsync<Order>(given).GetNextSetAsync();")]
    [InlineData("return await context.QueryAsync<User>(id).GetNextSetAsync();")]
    [InlineData("return await context.QueryAsync<Order>(id, QueryOperator.Equal, [\"2026\"]).GetNextSetAsync();")]
    [InlineData("return await table.Query(new QueryOperationConfig { KeyExpression = new Expression { ExpressionStatement = \"a = :a AND b = :b\" } }).GetNextSetAsync();")]
    [InlineData("return await context.ScanAsync<User>([new(\"Id\", ScanOperator.Equal, id)]).GetNextSetAsync();")]
    public Task Leaves_pages_single_items_and_what_another_rule_says_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(await context.QueryAsync<Order>(id).GetNextSetAsync());", DiagnosticSeverity.Info)]
    [InlineData("Use(await table.Query(id, filter).GetNextSetAsync());", DiagnosticSeverity.Warning)]
    [InlineData("Use(await context.ScanAsync<Order>([]).GetNextSetAsync());", DiagnosticSeverity.Warning)]
    public async Task A_query_without_a_filter_is_information(string statements, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Diagnosis.Of<FirstSetAnalyzer>(Source(statements))).Severity);

    [Fact]
    public async Task Says_how_to_read_all() => Assert.Equal(
        "Only the first set of this Query, at most 1 MB before the filter, is used; read all by GetRemainingAsync, or go on until IsDone",
        Assert.Single(await Diagnosis.Of<FirstSetAnalyzer>(Source("Use(await table.Query(id, filter).GetNextSetAsync());")))
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<FirstSetAnalyzer>.ReportsInTestProject(Source("Use(await context.QueryAsync<Order>(id).GetNextSetAsync());"));

    [Fact]
    public Task Fix_reads_all_sets() => RuleTest<FirstSetAnalyzer>.Fixes<ReadRemainingCodeFix>(
        Source("""
                    var search = context.QueryAsync<Order>(id);
                    Use(await search.{|DG3006:GetNextSetAsync|}(token).ConfigureAwait(false));
                    Use(await table.Query(key).{|DG3006:GetNextSetAsync|}());
            """),
        Source("""
                    var search = context.QueryAsync<Order>(id);
                    Use(await search.GetRemainingAsync(token).ConfigureAwait(false));
                    Use(await table.Query(key).GetRemainingAsync());
            """));
}
