using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>Filters that are put together, that stand beside a limit in a loop, and that run in memory.</summary>
public sealed class FilteredItemsTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
        class Order
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            [DynamoDBRangeKey] public string Line { get; set; } = "";
            [DynamoDBGlobalSecondaryIndexHashKey("by-email")] public string Email { get; set; } = "";
            public string Note { get; set; } = "";
            public long Ttl { get; set; }
        }
        async Task M(string id, string text, bool isNoted)
        {
            {{statements}}
        }
        """);

    private const string Query = "var q = new QueryRequest { TableName = \"orders\", KeyConditionExpression = \"Id = :id\" };";
    private const string Load = "var all = await context.QueryAsync<Order>(id).GetRemainingAsync();";

    [Theory]
    [InlineData(Query + "q.FilterExpression = {|DG3003:\"Note = :n\"|}; if (isNoted) { q.FilterExpression += \" AND Place = :p\"; } await client.QueryAsync(q);")]
    [InlineData(Query + "if (isNoted) { q.FilterExpression = {|DG3003:\"Note = :n\"|}; } else { q.FilterExpression = \"Place = :p\"; } await client.QueryAsync(q);")]
    [InlineData(Query + "var f = {|DG3003:\"Note = :n\"|}; if (isNoted) { f += \" AND Place = :p\"; } q.FilterExpression = f; await client.QueryAsync(q);")]
    [InlineData(Query + "var f = new List<string>(); if (isNoted) { f.Add({|DG3003:\"Note = :n\"|}); } q.FilterExpression = string.Join(\" AND \", f); await client.QueryAsync(q);")]
    [InlineData(Query + "q.FilterExpression = isNoted ? {|DG3003:\"Note = :n\"|} : null; await client.QueryAsync(q);")]
    [InlineData(Query + "q.Limit = 10; q.FilterExpression = {|DG3003:\"Note = :n\"|}; QueryResponse r; do { r = await client.QueryAsync(q); q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey is { Count: > 0 });")]
    public Task Flags_filters_that_are_put_together_or_read_on(string statements) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Query + "q.FilterExpression = text; q.FilterExpression += text; await client.QueryAsync(q);")]
    [InlineData(Query + "q.FilterExpression = \"ttl > :now\"; if (isNoted) { q.FilterExpression += \" AND expires > :now\"; } await client.QueryAsync(q);")]
    [InlineData(Query + "q.FilterExpression = \"Note = :n\"; q.Limit = 10; await client.QueryAsync(q);")]
    [InlineData(Query + "q.FilterExpression = \"Note = :n\"; q.Limit = 10; q.ExclusiveStartKey = new(); await client.QueryAsync(q);")]
    public Task Leaves_other_requests_alone(string statements) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Load + "Use(all.{|DG3003:Where|}(o => o.Line.StartsWith(text)));")]
    [InlineData(Load + "Use(all.{|DG3003:FirstOrDefault|}(o => o.Note == text));")]
    [InlineData(Load + "Use(all.{|DG3003:Where|}(o => isNoted && o.Note == text).ToList());")]
    [InlineData(Load + "Use(all.ToList().{|DG3003:FindAll|}(o => o.Email == text));")]
    [InlineData("Use((await context.QueryAsync<Order>(id).GetRemainingAsync()).OrderBy(o => o.Line).{|DG3003:Where|}(o => o.Note.Equals(text)));")]
    [InlineData("var docs = await table.Query(id, new QueryFilter()).GetRemainingAsync(); Use(docs.{|DG3003:Where|}(d => d[\"Note\"].AsString() == text));")]
    [InlineData("var r = await client.QueryAsync(new QueryRequest()); Use(r.Items.{|DG3003:Where|}(i => i[\"Note\"].S == text)); Use(r.LastEvaluatedKey);")]
    public Task Flags_filters_in_memory(string statements) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Load + "Use(all.Where(o => o.Note == text)); Use(all.Count);")]
    [InlineData(Load + "Use(all.Where(o => o.Note.ToUpper() == text));")]
    [InlineData(Load + "Use(all.Where(o => o.Note != text));")]
    [InlineData(Load + "Use(all.Where(o => o.Note == null));")]
    [InlineData(Load + "Use(all.Where(o => o.Note == o.Email));")]
    [InlineData(Load + "Use(all.Where(o => o.Ttl > 1));")]
    [InlineData(Load + "Use(all.Where(o => o.Note.Contains(text)));")]
    [InlineData(Load + "Use(all.Where(o => o.Note == text || isNoted));")]
    [InlineData(Load + "foreach (var note in new[] { text, id }) { if (!all.Any(o => o.Note == note)) { Use(note); } }")]
    [InlineData(Load + "Use(new[] { text, id }.Where(note => !all.Any(o => o.Note == note)));")]
    [InlineData(Load + "Use(all.FirstOrDefault());")]
    [InlineData("var all = await context.ScanAsync<Order>(new List<ScanCondition>()).GetRemainingAsync(); Use(all.Where(o => o.Note == text));")]
    [InlineData("var all = new List<Order>(); Use(all.Where(o => o.Note == text));")]
    public Task Leaves_other_uses_alone(string statements) => RuleTest<FilteredQueryAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("o.Line == text", DiagnosticSeverity.Warning, "sort key it is")]
    [InlineData("o.Email == text", DiagnosticSeverity.Warning, "'by-email'")]
    [InlineData("o.Note == text", DiagnosticSeverity.Info, "into a sort key")]
    public async Task It_is_a_warning_where_a_key_has_the_attribute(string condition, DiagnosticSeverity severity, string remedy)
    {
        var said = Assert.Single(await Diagnosis.Of<FilteredQueryAnalyzer>(Source(Load + $"Use(all.Where(o => {condition}));")));

        Assert.Equal(severity, said.Severity);
        Assert.Contains(remedy, said.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<FilteredQueryAnalyzer>.ReportsInTestProject(Source(Load + "Use(all.Where(o => o.Note == text));"));
}
