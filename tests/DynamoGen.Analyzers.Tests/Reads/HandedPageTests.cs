using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>The one page of a read, followed to where its response is used: in a mapper, behind a helper that repeats the call.</summary>
public sealed class HandedPageTests
{
    private static Task Reports(string statements) => RuleTest<PageAnalyzer>.Reports(SdkSource.Of($$"""
            async Task<object?> M(string key, string value, QueryRequest query)
            {
        {{statements}}
                return null;
            }
            static T Execute<T>(Func<T> action) => action();
            static Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action) => action(default);
            static ScanResponse ReadOn(Func<ScanResponse> action) { var page = action(); if (page.LastEvaluatedKey != null) throw new Exception(); return page; }
            static Task<ScanResponse> ReadAll(Func<Task<ScanResponse>> action) => action();
            protected virtual object? Overridden(ScanResponse page) => page.Items;
        """) + """

        static class Pages
        {
            public static List<string> ToNames(this ScanResponse page) => page.Items.Select(item => item["name"].S).ToList();
            public static List<string> Names(int first, ScanResponse page) { foreach (var item in page.Items) { } return page.ToNames(); }
            public static (List<string>, string?) ToPage(this ScanResponse page) => (page.ToNames(), page.LastEvaluatedKey?["id"].S);
            public static ScanResponse Checked(this ScanResponse page) => page;
            public static object Again(this ScanResponse page) => page.Items.Count > 5 ? page.Again() : page;
        }
        """);

    [Theory]
    [InlineData("var page = await client.{|DG3005:ScanAsync|}(new ScanRequest()); return page.ToNames();")]
    [InlineData("return (await client.{|DG3005:ScanAsync|}(new ScanRequest())).ToNames();")]
    [InlineData("return Pages.Names(1, page: await client.{|DG3005:ScanAsync|}(new ScanRequest()));")]
    [InlineData("var page = Execute(() => client.{|DG3005:ScanAsync|}(new ScanRequest()).Result); return page.Items;")]
    [InlineData("var page = await Execute(() => client.{|DG3005:ScanAsync|}(new ScanRequest())); return page.Items;")]
    [InlineData("var page = await ExecuteAsync(token => client.{|DG3005:ScanAsync|}(new ScanRequest(), token)).ConfigureAwait(false); return page.Items;")]
    [InlineData("var page = await ExecuteAsync(async token => await client.{|DG3005:ScanAsync|}(new ScanRequest(), token)); return page.ToNames();")]
    [InlineData("var page = await Task.Run(async () => { return await client.{|DG3005:ScanAsync|}(new ScanRequest()); }); return page.Items;")]
    public Task Follows_the_response(string statements) => Reports(statements);

    [Theory]
    [InlineData("return (await client.ScanAsync(new ScanRequest())).ToPage();")]
    [InlineData("return (await client.ScanAsync(new ScanRequest())).Checked();")]
    [InlineData("return (await client.ScanAsync(new ScanRequest())).Again();")]
    [InlineData("return Overridden(await client.ScanAsync(new ScanRequest()));")]
    [InlineData("var page = await Execute(() => client.ScanAsync(new ScanRequest())); return (page.Items, page.LastEvaluatedKey);")]
    [InlineData("return await Execute(() => client.ScanAsync(new ScanRequest()));")]
    [InlineData("var page = ReadOn(() => client.ScanAsync(new ScanRequest()).Result); return page.Items;")]
    [InlineData("var page = await ReadAll(() => client.ScanAsync(new ScanRequest())); return page.Items;")]
    [InlineData("var pages = new[] { 1, 2 }.Select(i => client.ScanAsync(new ScanRequest())); return (await Task.WhenAll(pages))[0].Items;")]
    public Task Leaves_other_responses_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("$\"{key} = :v\"")]
    [InlineData("$\"#{key} = :{value}\"")]
    [InlineData("$\"pk = :pk AND begins_with({key}, :prefix)\"")]
    [InlineData("$\"pk = :pk AND {key} BETWEEN :a AND :b\"")]
    public Task Reads_a_name_in_an_interpolated_key_condition(string condition) => Reports(
        $"var r = await client.{{|DG3005:QueryAsync|}}(new QueryRequest {{ KeyConditionExpression = {condition} }}); return r.Items.ToList();");

    [Theory]
    [InlineData("$\"{key} = :v AND sk = :s\"")]
    [InlineData("$\"pk = :pk{value}\"")]
    [InlineData("$\"pk = {value}\"")]
    [InlineData("$\"pk = :pk {value}\"")]
    [InlineData("$\"{value} AND sk > :s\"")]
    public Task Leaves_a_hole_alone_that_may_hold_an_operator(string condition) => Reports(
        $"var r = await client.QueryAsync(new QueryRequest {{ KeyConditionExpression = {condition} }}); return r.Items.ToList();");

    private static Task ReportsPaged(string accessibility, string read, string caller) => RuleTest<PageAnalyzer>.Reports(SdkSource.Of($$"""
        {{accessibility}} async Task<(List<Dictionary<string, AttributeValue>> Items, Dictionary<string, AttributeValue>? Last)> Page(
            Dictionary<string, AttributeValue>? start)
        {
            var response = await client.{{read}}(new ScanRequest { TableName = "t", ExclusiveStartKey = start });
            return (response.Items, response.LastEvaluatedKey);
        }
        async Task Caller()
        {
        {{caller}}
        }
        """));

    [Theory]
    [InlineData("private", "var (items, _) = await Page(null); Use(items);")]
    [InlineData("internal", "var (items, last) = await Page(null); Use(items);")]
    [InlineData("private", "Use((await Page(null).ConfigureAwait(false)).Items);")]
    [InlineData("private", "var page = await Page(null); Use(page.Items); Use(page.Item1);")]
    public Task Follows_the_last_key_to_callers_that_drop_it(string accessibility, string caller) =>
        ReportsPaged(accessibility, "{|DG3005:ScanAsync|}", caller);

    [Theory]
    [InlineData("private", "var (items, last) = await Page(null); Use(items); Use(last);")]
    [InlineData("private", "var page = await Page(null); Use(page.Items); Use(page.Last);")]
    [InlineData("private", "var page = await Page(null); Use(page);")]
    [InlineData("private", "Use((await Page(null)).Items); var (_, last) = await Page(null); Use(last);")]
    [InlineData("private", "Use((Func<Dictionary<string, AttributeValue>?, object>)Page);")]
    [InlineData("private", "")]
    [InlineData("public", "var (items, _) = await Page(null); Use(items);")]
    [InlineData("private protected virtual", "var (items, _) = await Page(null); Use(items);")]
    public Task Leaves_a_last_key_alone_that_a_caller_may_read(string accessibility, string caller) => ReportsPaged(accessibility, "ScanAsync", caller);
}
