using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class QueryByHashKeyCodeFixTests
{
    private static string Source(string statements) => ScanSource.Of($$"""void M(string id, object untyped) { {{statements}} }""");

    [Theory]
    [InlineData("[new ScanCondition(\"Id\", ScanOperator.Equal, id)]")]
    [InlineData("[new ScanCondition(nameof(Order.Id), ScanOperator.Equal, id)]")]
    [InlineData("[new(nameof(Order.Id), ScanOperator.Equal, id)]")]
    [InlineData("new[] { new ScanCondition(\"Id\", ScanOperator.Equal, id) }")]
    [InlineData("new ScanCondition[] { new(\"Id\", ScanOperator.Equal, id) }")]
    [InlineData("new List<ScanCondition> { new ScanCondition(\"Id\", ScanOperator.Equal, id) }")]
    [InlineData("new List<ScanCondition>() { new(\"Id\", ScanOperator.Equal, id) }")]
    public Task Queries_where_the_only_condition_is_on_the_hash_key(string conditions) =>
        RuleTest<ScanAnalyzer>.Fixes<QueryByHashKeyCodeFix>(
            Source($"var orders = context.{{|DG3002:ScanAsync|}}<Order>({conditions});"),
            Source("var orders = context.QueryAsync<Order>(id);"));

    [Fact]
    public Task Fixes_all_at_once() => RuleTest<ScanAnalyzer>.Fixes<QueryByHashKeyCodeFix>(
        Source("""
            context.{|DG3002:ScanAsync|}<Order>([new("Id", ScanOperator.Equal, id)]);
            context?.{|DG3002:ScanAsync|}<Order>([new("Id", ScanOperator.Equal, "1")]);
            """),
        Source("""
            context.QueryAsync<Order>(id);
            context?.QueryAsync<Order>("1");
            """));

    [Theory]
    [InlineData("[new ScanCondition(\"Email\", ScanOperator.Equal, id)]")]
    [InlineData("[new ScanCondition(\"Id\", ScanOperator.BeginsWith, id)]")]
    [InlineData("[new ScanCondition(\"Id\", ScanOperator.In, id, id)]")]
    [InlineData("[new ScanCondition(id, ScanOperator.Equal, id)]")]
    [InlineData("new List<ScanCondition>()")]
    [InlineData("new ContextExpression()")]
    public Task Is_not_offered_where_the_scan_does_not_compare_the_hash_key(string arguments) =>
        RuleTest<ScanAnalyzer>.OffersNo<QueryByHashKeyCodeFix>(Source($"context.{{|DG3001:ScanAsync|}}<Order>({arguments});"));

    [Theory]
    [InlineData("[new ScanCondition(\"Id\", ScanOperator.Equal, untyped)]")]
    [InlineData("[new(\"Id\", ScanOperator.Equal, id), new(\"Email\", ScanOperator.Equal, id)]")]
    [InlineData("[new ScanCondition(\"Id\", ScanOperator.Equal, id)], new ScanConfig { IndexName = \"byEmail\" }")]
    public Task Is_not_offered_where_a_query_could_give_other_items(string arguments) =>
        RuleTest<ScanAnalyzer>.OffersNo<QueryByHashKeyCodeFix>(Source($"context.{{|DG3002:ScanAsync|}}<Order>({arguments});"));
}
