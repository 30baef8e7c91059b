using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Robustness;

/// <summary>The client of the .NET Framework's SDK returns responses, where the others return tasks.</summary>
public sealed class SynchronousClientTests
{
    [Theory]
    [InlineData("var r = client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }); foreach (var item in r.Items) Use(item);", "DG3005")]
    [InlineData("Use(client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }).Items);", "DG3005")]
    [InlineData("QueryResponse r; r = client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }); Use(r.Items);", "DG3005")]
    [InlineData("var q = new QueryRequest { FilterExpression = \"a = :a\", Limit = 10 }; Use(client.Query(q).Items);", "DG3004")]
    [InlineData("Use(table.Query(new QueryFilter()).GetNextSet());", "DG3006")]
    [InlineData("var n = 0; var q = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; QueryResponse r; do { r = client.Query(q); n += r.Items.Count; q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey != null); Use(n);", "DG3010")]
    [InlineData("var w = new BatchWriteItemRequest(); do { w.RequestItems = client.BatchWriteItem(w).UnprocessedItems; } while (w.RequestItems.Count > 0);", "DG4003")]
    [InlineData("client.BatchWriteItem(new BatchWriteItemRequest());", "DG4002")]
    [InlineData("var r = client.BatchGetItem(new BatchGetItemRequest()); Use(r.Responses);", "DG4002")]
    [InlineData("client.BatchExecuteStatement(new BatchExecuteStatementRequest());", "DG4014")]
    [InlineData("foreach (var s in client.BatchExecuteStatement(new BatchExecuteStatementRequest()).Responses) Use(s.Item);", "DG4014")]
    public async Task Flags_what_uses_a_part_of_the_response(string statements, string rule) =>
        Assert.Equal([rule], await SynchronousSdk.Reported($"void M() {{ {statements} }}"));

    [Fact]
    public async Task Nothing_is_advised_that_the_client_does_not_have()
    {
        var said = await SynchronousSdk.Diagnostics("void M() => Use(client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }).Items);");

        Assert.Equal(
            "Only the first page of this Query, at most 1 MB, is used; go on while LastEvaluatedKey is there",
            Assert.Single(said).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("void M() { var r = client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }); Use(r.Items); Use(r.LastEvaluatedKey); }")]
    [InlineData("QueryResponse M() => client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" });")]
    [InlineData("void M() => Use(client.Query(new QueryRequest { KeyConditionExpression = \"pk = :pk\" }));")]
    [InlineData("void M() { var r = client.BatchWriteItem(new BatchWriteItemRequest()); if (r.UnprocessedItems.Count > 0) throw new Exception(); }")]
    [InlineData("void M() { foreach (var s in client.BatchExecuteStatement(new BatchExecuteStatementRequest()).Responses) Use(s.Error); }")]
    [InlineData("BatchWriteItemResponse M() => client.BatchWriteItem(new BatchWriteItemRequest());")]
    [InlineData("void M() { var search = table.Query(new QueryFilter()); do Use(search.GetNextSet()); while (!search.IsDone); }")]
    public async Task Leaves_others_alone(string member) => Assert.Empty(await SynchronousSdk.Reported(member));
}
