using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class UnprocessedTests
{
    private static string Source(string members) => SdkSource.Of($"BatchWriteItemRequest w = new(); BatchGetItemRequest g = new(); {members}");

    private static Task Reports(string members) => RuleTest<UnprocessedAnalyzer>.Reports(Source(members));

    [Theory]
    [InlineData("async Task M() => await client.{|DG4002:BatchWriteItemAsync|}(w);")]
    [InlineData("async Task M() { await client.{|DG4002:BatchWriteItemAsync|}(w).ConfigureAwait(false); }")]
    [InlineData("async Task M() { _ = await concreteClient.{|DG4002:BatchWriteItemAsync|}(w); }")]
    [InlineData("async Task M() { var r = await client.{|DG4002:BatchWriteItemAsync|}(w); Use(r.HttpStatusCode); }")]
    [InlineData("async Task M() { var r = await client.{|DG4002:BatchWriteItemAsync|}(w); }")]
    [InlineData("async Task<object> M() => (await client.{|DG4002:BatchGetItemAsync|}(g)).Responses;")]
    [InlineData("async Task<object> M() { var r = await client.{|DG4002:BatchGetItemAsync|}(g, default); return r.Responses[\"t\"]; }")]
    [InlineData("Task M() => client.{|DG4002:BatchWriteItemAsync|}(w);")]
    [InlineData("Task M() { return client.{|DG4002:BatchWriteItemAsync|}(new Dictionary<string, List<WriteRequest>>()); }")]
    public Task Flags_responses_without_a_look_at_the_rest(string member) => Reports(member);

    [Theory]
    [InlineData("async Task M() { BatchWriteItemResponse r; do { r = await client.BatchWriteItemAsync(w); w.RequestItems = r.UnprocessedItems; } while (r.UnprocessedItems.Count > 0); }")]
    [InlineData("async Task<object> M() { var r = await client.BatchGetItemAsync(g); return r.UnprocessedKeys ?? (object)r.Responses; }")]
    [InlineData("Task<BatchWriteItemResponse> M() => client.BatchWriteItemAsync(w);")]
    [InlineData("async Task<BatchWriteItemResponse> M() => await client.BatchWriteItemAsync(w);")]
    [InlineData("async Task M() { var r = await client.BatchWriteItemAsync(w); Use(r); }")]
    [InlineData("async Task M() { var t = client.BatchWriteItemAsync(w); Use((await t).UnprocessedItems); }")]
    [InlineData("async Task M() => await Task.WhenAll(client.BatchWriteItemAsync(w), client.BatchWriteItemAsync(w));")]
    [InlineData("async Task M() { var batch = context.CreateBatchWrite<object>(); await batch.ExecuteAsync(); }")]
    [InlineData("async Task M() => await BatchWriteItemAsync(w); Task<int> BatchWriteItemAsync(object o) => Task.FromResult(1);")]
    [InlineData("async Task M() { if (await client.BatchWriteItemAsync(w) is { UnprocessedItems.Count: > 0 }) Use(1); }")]
    public Task Leaves_others_alone(string member) => Reports(member);

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<UnprocessedAnalyzer>.ReportsInTestProject(Source("async Task M() => await client.BatchWriteItemAsync(w);"));
}
