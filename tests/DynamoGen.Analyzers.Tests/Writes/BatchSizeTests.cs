using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class BatchSizeTests
{
    private static string Times(int count, string element) => string.Join(", ", Enumerable.Repeat(element, count));

    private static Task Reports(string statements) => RuleTest<BatchSizeAnalyzer>.Reports(SdkSource.Of($$"""
        void M(List<WriteRequest> orders, WriteRequest w, Dictionary<string, AttributeValue> k, bool all)
        {
            {{statements}}
        }
        """));

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public async Task Counts_writes_that_are_written_out(int count, bool isOver)
    {
        var name = isOver ? "{|DG4001:new BatchWriteItemRequest|}" : "new BatchWriteItemRequest";
        await Reports($"client.BatchWriteItemAsync({name} {{ RequestItems = new() {{ [\"t\"] = new List<WriteRequest> {{ {Times(count, "w")} }} }} }});");
        await Reports(
            $"client.BatchWriteItemAsync({name} {{ RequestItems = new() {{ {{ \"t\", [{Times(count - 5, "w")}] }}, {{ \"u\", [w, w, w, w, w] }} }} }});");
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public Task Counts_keys_that_are_written_out(int count, bool isOver) =>
        Reports($"client.BatchGetItemAsync({(isOver ? "{|DG4001:new BatchGetItemRequest|}" : "new BatchGetItemRequest")} {{ RequestItems = new() {{ [\"t\"] = new KeysAndAttributes {{ Keys = [{Times(count, "k")}] }} }} }});");

    [Fact]
    public Task Counts_what_is_sent_without_a_request() => Reports($$"""
        client.{|DG4001:BatchWriteItemAsync|}(new Dictionary<string, List<WriteRequest>> { ["t"] = [{{Times(26, "w")}}] });
        client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["t"] = [{{Times(25, "w")}}] });
        client.{|DG4001:BatchGetItemAsync|}(new Dictionary<string, KeysAndAttributes> { ["t"] = new() { Keys = [{{Times(101, "k")}}] } });
        foreach (var chunk in orders.Chunk(50))
        {
            client.{|DG4001:BatchWriteItemAsync|}(new Dictionary<string, List<WriteRequest>> { ["t"] = chunk.ToList() });
        }
        """);

    [Fact]
    public Task Flags_chunks_over_the_limit() => Reports("""
        foreach (var chunk in orders.Chunk(100))
        {
            var writes = chunk.Select(order => order).ToList();
            client.BatchWriteItemAsync({|DG4001:new BatchWriteItemRequest|} { RequestItems = new() { ["t"] = writes } });
            client.BatchWriteItemAsync({|DG4001:new BatchWriteItemRequest|} { RequestItems = new() { ["t"] = chunk.ToList() } });
        }
        """);

    [Fact]
    public Task Leaves_smaller_chunks_and_unknown_sizes_alone() => Reports($$"""
        foreach (var chunk in orders.Chunk(25))
        {
            client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["t"] = chunk.ToList() } });
        }
        foreach (var chunk in orders.Chunk(100))
        {
            client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["t"] = chunk.Take(25).ToList() } });
        }
        client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["t"] = orders } });
        var list = new List<WriteRequest> { {{Times(20, "w")}} };
        if (all) { {{string.Concat(Enumerable.Repeat("list.Add(w); ", 10))}} }
        client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["t"] = list } });
        var cleared = new List<WriteRequest> { {{Times(30, "w")}} };
        cleared.Clear();
        client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["t"] = cleared } });
        """);
}
