using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class UnprocessedTests
{
    private static string Source(string members) => SdkSource.Of($"BatchWriteItemRequest w = new(); BatchGetItemRequest g = new(); {members}");

    private static string Method(string statements) => Source($$"""
        async Task M(Dictionary<string, List<WriteRequest>> items, Dictionary<string, KeysAndAttributes> keys, CancellationToken token)
            {
        {{statements}}
            }
        """);

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
    [InlineData(
        "async Task M() { var r = await client.BatchWriteItemAsync(w); if (r is not { UnprocessedItems.Count: 0 }) throw new InvalidOperationException(); }")]
    [InlineData(
        "void M() => Setup(c => c.BatchWriteItemAsync(w, default)); void Setup(System.Linq.Expressions.Expression<Func<IAmazonDynamoDB, Task>> call) { }")]
    public Task Leaves_others_alone(string member) => Reports(member);

    [Fact]
    public Task Fix_sends_the_rest_of_a_write_again() => RuleTest<UnprocessedAnalyzer>.Fixes<SendAgainCodeFix>(
        Method("""
                    // All of them.
                    await client.{|DG4002:BatchWriteItemAsync|}(new BatchWriteItemRequest { RequestItems = items }, token).ConfigureAwait(false);
                    Use(items);

                    _ = await client.{|DG4002:BatchWriteItemAsync|}(items);
            """),
        Method("""
                    // All of them.
                    var request = new BatchWriteItemRequest { RequestItems = items };
                    for (var delay = 50; ; delay *= 2)
                    {
                        var response = await client.BatchWriteItemAsync(request, token).ConfigureAwait(false);
                        if (response.UnprocessedItems is not { Count: > 0 } unprocessed)
                        {
                            break;
                        }

                        request.RequestItems = unprocessed;
                        await Task.Delay(delay, token).ConfigureAwait(false);
                    }
                    Use(items);

                    var requestItems2 = items;
                    for (var delay = 50; ; delay *= 2)
                    {
                        var response = await client.BatchWriteItemAsync(requestItems2);
                        if (response.UnprocessedItems is not { Count: > 0 } unprocessed)
                        {
                            break;
                        }

                        requestItems2 = unprocessed;
                        await Task.Delay(delay);
                    }
            """));

    [Fact]
    public Task Fix_sends_the_rest_of_a_read_again_and_collects_what_came() => RuleTest<UnprocessedAnalyzer>.Fixes<SendAgainCodeFix>(
        Method("""
                    var request = new BatchGetItemRequest { RequestItems = keys };
                    var found = await concreteClient.{|DG4002:BatchGetItemAsync|}(request);
                    Use(found.Responses["orders"]);
            """),
        Method("""
                    var request = new BatchGetItemRequest { RequestItems = keys };
                    var foundResponses = new Dictionary<string, List<Dictionary<string, AttributeValue>>>();
                    for (var delay = 50; ; delay *= 2)
                    {
                        var found = await concreteClient.BatchGetItemAsync(request);
                        foreach (var table2 in found.Responses)
                        {
                            if (foundResponses.TryGetValue(table2.Key, out var items2))
                            {
                                items2.AddRange(table2.Value);
                            }
                            else
                            {
                                foundResponses.Add(table2.Key, table2.Value);
                            }
                        }

                        if (found.UnprocessedKeys is not { Count: > 0 } unprocessed)
                        {
                            break;
                        }

                        request.RequestItems = unprocessed;
                        await Task.Delay(delay);
                    }
                    Use(foundResponses["orders"]);
            """));

    [Fact]
    public Task Fix_of_one_read_reaches_the_next_that_depends_on_it() => RuleTest<UnprocessedAnalyzer>.Fixes<SendAgainCodeFix>(
        Method("""
                    var customers = await client.{|DG4002:BatchGetItemAsync|}(keys);
                    var orders = await client.{|DG4002:BatchGetItemAsync|}(new Dictionary<string, KeysAndAttributes> { ["orders"] = new() { Keys = customers.Responses["customers"] } });
                    Use(orders.Responses["orders"]);
            """),
        Method($$"""
                    var requestItems = keys;
                    var customersResponses = new Dictionary<string, List<Dictionary<string, AttributeValue>>>();
            {{Loop("customers", "requestItems")}}
                    var requestItems2 = new Dictionary<string, KeysAndAttributes> { ["orders"] = new() { Keys = customersResponses["customers"] } };
                    var ordersResponses = new Dictionary<string, List<Dictionary<string, AttributeValue>>>();
            {{Loop("orders", "requestItems2")}}
                    Use(ordersResponses["orders"]);
            """));

    [Fact]
    public Task Fix_in_a_branch_writes_no_full_names() => RuleTest<UnprocessedAnalyzer>.Fixes<SendAgainCodeFix>(
        Method("""
                    if (token.CanBeCanceled)
                    {
                        await client.{|DG4002:BatchWriteItemAsync|}(items, token); // all
                    }
            """),
        Method("""
                    if (token.CanBeCanceled)
                    {
                        var requestItems = items;
                        for (var delay = 50; ; delay *= 2)
                        {
                            var response = await client.BatchWriteItemAsync(requestItems, token);
                            if (response.UnprocessedItems is not { Count: > 0 } unprocessed)
                            {
                                break;
                            }

                            requestItems = unprocessed;
                            await Task.Delay(delay, token);
                        } // all
                    }
            """));

    private static string Loop(string response, string request) => $$"""
                    for (var delay = 50; ; delay *= 2)
                    {
                        var {{response}} = await client.BatchGetItemAsync({{request}});
                        foreach (var table2 in {{response}}.Responses)
                        {
                            if ({{response}}Responses.TryGetValue(table2.Key, out var items2))
                            {
                                items2.AddRange(table2.Value);
                            }
                            else
                            {
                                {{response}}Responses.Add(table2.Key, table2.Value);
                            }
                        }

                        if ({{response}}.UnprocessedKeys is not { Count: > 0 } unprocessed)
                        {
                            break;
                        }

                        {{request}} = unprocessed;
                        await Task.Delay(delay);
                    }
            """;

    [Theory]
    [InlineData("await client.{|DG4002:BatchWriteItemAsync|}(w);")]
    [InlineData("var batch = new BatchWriteItemRequest(items); await client.{|DG4002:BatchWriteItemAsync|}(batch); Use(batch);")]
    [InlineData("var batch = new BatchWriteItemRequest(items); while (true) { await client.{|DG4002:BatchWriteItemAsync|}(batch); }")]
    [InlineData("var r = await client.{|DG4002:BatchWriteItemAsync|}(items); Use(r.HttpStatusCode);")]
    [InlineData("var r = await client.{|DG4002:BatchGetItemAsync|}(keys, ReturnConsumedCapacity.TOTAL); Use(r.Responses);")]
    [InlineData("Use((await client.{|DG4002:BatchGetItemAsync|}(keys)).Responses);")]
    public Task Fix_is_not_offered_where_somebody_sees_the_change(string statements) =>
        RuleTest<UnprocessedAnalyzer>.OffersNo<SendAgainCodeFix>(Method(statements));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<UnprocessedAnalyzer>.ReportsInTestProject(Source("async Task M() => await client.BatchWriteItemAsync(w);"));
}
