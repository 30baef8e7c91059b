using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>The one page of a read whose request another method makes, or whose response another method uses.</summary>
public sealed class MadeRequestTests
{
    private static Task Reports(string members) => RuleTest<PageAnalyzer>.Reports(SdkSource.Of(members));

    private static Task ReportsMade(string read, string make, string statements = "") => Reports($$"""
        async Task<object?> M(string text)
        {
            var request = Make(text);
            {{statements}}
            var page = await client.{{read}}(request);
            return page.Items.ToList();
        }
        {{make}}
        void Refine(QueryRequest request, string text) { request.IndexName = "i"; request.KeyConditionExpression = "a = :a"; }
        void Page(QueryRequest request, string text) { request.Limit = 10; }
        void Hand(QueryRequest request, string text) { Use(request); }
        void HandOn(QueryRequest request, string text) { Refine(request, text); }
        """);

    private const string Make = "QueryRequest Make(string text) ";

    [Theory]
    [InlineData(Make + "=> new() { TableName = \"t\", KeyConditionExpression = \"a = :a\" };")]
    [InlineData(Make + "{ var r = new QueryRequest(\"t\"); r.KeyConditionExpression = \"a = :a\"; return r; }")]
    [InlineData(Make + "{ var r = new QueryRequest { KeyConditionExpression = \"a = :a\" }; if (text.Length > 0) r.FilterExpression = \"b = :b\"; return r; }")]
    [InlineData(Make + "{ var r = new QueryRequest(\"t\"); Refine(r, text); return r; }")]
    [InlineData(Make + "{ var r = new QueryRequest(\"t\"); HandOn(r, text); return r; }")]
    [InlineData(Make + "=> new() { KeyConditionExpression = \"a = :a\" };", "request.Select = Select.ALL_ATTRIBUTES; Refine(request, text);")]
    public Task Sees_a_request_that_another_method_makes(string make, string statements = "") => ReportsMade("{|DG3005:QueryAsync|}", make, statements);

    [Theory]
    [InlineData(Make + "=> new() { TableName = \"t\", KeyConditionExpression = \"a = :a\", Limit = 10 };")]
    [InlineData(Make + "=> new() { TableName = \"t\", KeyConditionExpression = \"a = :a AND b = :b\" };")]
    [InlineData(Make + "=> new() { TableName = \"t\", KeyConditionExpression = text };")]
    [InlineData(Make + "{ var r = new QueryRequest(\"t\"); Page(r, text); r.KeyConditionExpression = \"a = :a\"; return r; }")]
    [InlineData(Make + "{ var r = new QueryRequest { KeyConditionExpression = \"a = :a\" }; Hand(r, text); return r; }")]
    [InlineData(Make + "{ if (text.Length == 0) return new QueryRequest(); return new QueryRequest { KeyConditionExpression = \"a = :a\" }; }")]
    [InlineData("protected virtual QueryRequest Make(string text) => new() { KeyConditionExpression = \"a = :a\" };")]
    [InlineData("private QueryRequest _made = new(); QueryRequest Make(string text) => _made;")]
    [InlineData(Make + "=> new() { KeyConditionExpression = \"a = :a\" };", "request.ExclusiveStartKey = new();")]
    [InlineData(Make + "=> new() { KeyConditionExpression = \"a = :a\" };", "Page(request, text);")]
    [InlineData(Make + "=> new() { KeyConditionExpression = \"a = :a\" };", "Use(request);")]
    [InlineData(Make + "=> new() { KeyConditionExpression = \"a = :a\" };", "if (text.Length == 0) request = new();")]
    public Task Leaves_a_request_alone_of_which_there_may_be_more(string make, string statements = "") => ReportsMade("QueryAsync", make, statements);

    private static Task ReportsReturned(string accessibility, string read, string body, string caller) => Reports($$"""
        {{accessibility}} {{body.Replace("Read(", $"client.{read}(", StringComparison.Ordinal)}}
        async Task Caller(string text)
        {
        {{caller}}
        }
        """);

    private const string Direct = "Task<ScanResponse> All() => Read(new ScanRequest(\"t\"));";
    private const string Awaited = "async Task<ScanResponse> All() { var page = await Read(new ScanRequest(\"t\")); Use(page.Count); return page; }";

    [Theory]
    [InlineData("private", Direct, "var page = await All(); foreach (var item in page.Items) { Use(item.Count); }")]
    [InlineData("private", Direct, "Use((await All().ConfigureAwait(false)).Items);")]
    [InlineData("internal", Direct, "Use((await All()).Items); Use((await All()).Count);")]
    [InlineData("private", Awaited, "var page = await All(); Use(page.Items);")]
    public Task Sees_what_all_callers_do_with_the_response(string accessibility, string body, string caller) =>
        ReportsReturned(accessibility, "{|DG3005:ScanAsync|}", body, caller);

    [Theory]
    [InlineData("public", Direct, "var page = await All(); Use(page.Items);")]
    [InlineData("private protected virtual", Direct, "var page = await All(); Use(page.Items);")]
    [InlineData("private", Direct, "")]
    [InlineData("private", Direct, "var page = await All(); Use(page.Items); Use(page.LastEvaluatedKey);")]
    [InlineData("private", Direct, "Use((await All()).Items); Use((await All()).LastEvaluatedKey);")]
    [InlineData("private", Direct, "var page = await All(); Use(page);")]
    [InlineData("private", Direct, "Use((await All()).Items); Func<Task<ScanResponse>> again = All; Use(again);")]
    [InlineData("private", Direct, "while (true) { var page = await All(); if (page.Items.Count == 0) break; Use(page.Items); }")]
    [InlineData("private", Direct, "var page = await All(); Use(page.Items.FirstOrDefault());")]
    public Task Leaves_a_response_alone_of_which_more_may_be_read(string accessibility, string body, string caller) =>
        ReportsReturned(accessibility, "ScanAsync", body, caller);
}
