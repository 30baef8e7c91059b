using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Writes;

/// <summary>Lists that a loop fills: without a bound in sight they are a batch, or a transaction, over the limit one day.</summary>
public sealed class GrowingListTests
{
    private const string Filled = "var list = new List<WriteRequest>(); foreach (var item in items) { list.Add(new WriteRequest(new PutRequest(item))); } ";
    private const string Send = "client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [\"t\"] = list } });";

    private static async Task<IEnumerable<(string, DiagnosticSeverity)>> Reported(string statements) =>
        (await Diagnosis.Of(SdkSource.Of($"void M(List<Dictionary<string, AttributeValue>> items, Dictionary<string, AttributeValue>[] page) {{ {statements} }}")))
            .Where(diagnostic => diagnostic.Id is "DG4001" or "DG4004")
            .Select(diagnostic => (diagnostic.Id, diagnostic.Severity));

    [Theory]
    [InlineData(Filled + Send, "DG4001")]
    [InlineData(Filled + "client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [\"t\"] = list });", "DG4001")]
    [InlineData("var list = new List<WriteRequest>(); for (var i = 0; i < items.Count; i++) list.Add(new()); " + Send, "DG4001")]
    [InlineData("List<Dictionary<string, AttributeValue>> keys = []; foreach (var item in items) keys.Add(item); client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [\"t\"] = new() { Keys = keys } } });", "DG4001")]
    [InlineData("var list = new List<TransactWriteItem>(); foreach (var item in items) list.Add(new() { Put = new Put() }); client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = list });", "DG4004")]
    public async Task Informs_of_a_list_without_a_bound(string statements, string rule) =>
        Assert.Equal([(rule, DiagnosticSeverity.Info)], await Reported(statements));

    [Theory]
    [InlineData(Filled + "if (list.Count > 25) throw new ArgumentException(); " + Send)]
    [InlineData("foreach (var chunk in items.Chunk(25)) { var list = new List<WriteRequest>(); foreach (var item in chunk) list.Add(new()); " + Send + " }")]
    [InlineData("var list = new List<WriteRequest>(); foreach (var item in items.Take(25)) list.Add(new()); " + Send)]
    [InlineData("var list = new List<WriteRequest>(); foreach (var item in page) list.Add(new()); " + Send)]
    [InlineData("var list = new List<WriteRequest>(); foreach (var name in new[] { 1, 2 }) list.Add(new()); " + Send)]
    [InlineData("var list = new List<WriteRequest>(); for (var i = 0; i < 25; i++) list.Add(new()); " + Send)]
    [InlineData("foreach (var item in items) { var list = new List<WriteRequest>(); list.Add(new()); " + Send + " }")]
    [InlineData("var list = new List<WriteRequest>(); list.Add(new()); " + Send)]
    public async Task Leaves_bounded_lists_alone(string statements) => Assert.Empty(await Reported(statements));
}
