using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class HastyRetryTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            public class Store { public Task<BatchWriteItemResponse> BatchWriteItemAsync(object request) => Task.FromResult(new BatchWriteItemResponse()); }
            async Task M(BatchWriteItemRequest w, BatchGetItemRequest g, Dictionary<string, List<WriteRequest>> items, Dictionary<string, KeysAndAttributes> keys, Store store, CancellationToken token)
            {
        {{statements}}
            }
            static Task BackOffAsync(int attempt) => Task.Delay(attempt);
            Task<BatchWriteItemResponse> SendAsync(object request) => client.BatchWriteItemAsync(new BatchWriteItemRequest());
            static Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action();
        """);

    private static Task Reports(string statements) => RuleTest<HastyRetryAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("BatchWriteItemResponse r; do { r = await client.{|DG4003:BatchWriteItemAsync|}(w); w.RequestItems = r.UnprocessedItems; } while (r.UnprocessedItems.Count > 0);")]
    [InlineData("BatchWriteItemResponse r; do { r = await concreteClient.{|DG4003:BatchWriteItemAsync|}(new BatchWriteItemRequest { RequestItems = items }, token).ConfigureAwait(false); items = r.UnprocessedItems; } while (items.Count > 0);")]
    [InlineData("while (items.Count > 0) { var r = await client.{|DG4003:BatchWriteItemAsync|}(items); items = r.UnprocessedItems; }")]
    [InlineData("var r = await client.BatchWriteItemAsync(items); while (r.UnprocessedItems.Count > 0) r = await client.{|DG4003:BatchWriteItemAsync|}(new BatchWriteItemRequest(r.UnprocessedItems));")]
    [InlineData("for (var attempt = 0; attempt < 5; attempt++) { var r = await client.{|DG4003:BatchWriteItemAsync|}(w); if (r.UnprocessedItems is not { Count: > 0 } rest) break; w.RequestItems = rest; }")]
    [InlineData("while (true) { var r = await client.{|DG4003:BatchGetItemAsync|}(g); Use(r.Responses); if (r.UnprocessedKeys.Count == 0) break; g = new BatchGetItemRequest { RequestItems = r.UnprocessedKeys }; }")]
    [InlineData("do { var r = await client.{|DG4003:BatchGetItemAsync|}(keys); keys = r.UnprocessedKeys; } while (keys?.Count > 0);")]
    [InlineData("foreach (var one in new[] { items, items }) { var rest = one; do { rest = (await client.{|DG4003:BatchWriteItemAsync|}(rest)).UnprocessedItems; } while (rest.Count > 0); await Task.Delay(1); }")]
    [InlineData("do { items = client.{|DG4003:BatchWriteItemAsync|}(items).Result.UnprocessedItems; } while (items.Count > 0);")]
    [InlineData("async Task Local() { while (items.Count > 0) items = (await client.{|DG4003:BatchWriteItemAsync|}(items)).UnprocessedItems; } await Local();")]
    public Task Flags_retries_at_once(string statements) => Reports(statements);

    [Theory]
    [InlineData("var delay = 50; while (items.Count > 0) { items = (await client.BatchWriteItemAsync(items)).UnprocessedItems; await Task.Delay(delay, token); delay *= 2; }")]
    [InlineData("while (items.Count > 0) { items = (await client.BatchWriteItemAsync(items)).UnprocessedItems; if (items.Count > 0) Thread.Sleep(100); }")]
    [InlineData("for (var i = 0; items.Count > 0; i++) { items = (await client.BatchWriteItemAsync(items)).UnprocessedItems; await BackOffAsync(i); }")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); while (await timer.WaitForNextTickAsync(token)) items = (await client.BatchWriteItemAsync(items)).UnprocessedItems;")]
    [InlineData("while (items.Count > 0) items = (await SendAsync(items)).UnprocessedItems;")]
    [InlineData("while (items.Count > 0) items = (await ExecuteAsync(() => client.BatchWriteItemAsync(items))).UnprocessedItems;")]
    [InlineData("while (items.Count > 0) items = (await store.BatchWriteItemAsync(items)).UnprocessedItems;")]
    [InlineData("foreach (var one in new[] { items }) { var r = await client.BatchWriteItemAsync(one); if (r.UnprocessedItems.Count > 0) throw new InvalidOperationException(); }")]
    [InlineData("var n = 0; while (n < 9) { var r = await client.BatchWriteItemAsync(w); n += r.UnprocessedItems.Count; }")]
    [InlineData("var r = await client.BatchWriteItemAsync(w); if (r.UnprocessedItems.Count > 0) await client.BatchWriteItemAsync(r.UnprocessedItems);")]
    [InlineData("var batch = context.CreateBatchWrite<object>(); while (items.Count > 0) { await batch.ExecuteAsync(); items.Clear(); }")]
    public Task Leaves_others_alone(string statements) => Reports(statements);

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<HastyRetryAnalyzer>.ReportsInTestProject(
        Source("while (items.Count > 0) items = (await client.BatchWriteItemAsync(items)).UnprocessedItems;"));
}
