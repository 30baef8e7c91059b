using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class LoopedWriteTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; public bool Paid { get; set; } }
            public class Versioned : Order { [DynamoDBVersion] public int? Version { get; set; } }
            public class Counted : Order { [DynamoDBAtomicCounter] public long? Count { get; set; } }
            public class Store { public Task SaveAsync(Order order) => Task.CompletedTask; public Task PutItemAsync(string table, object item) => Task.CompletedTask; }
            private DynamoDBContext concreteContext = null!;
            async Task M(
                string[] ids, List<Order> orders, List<Versioned> versioned, List<Counted> counted, List<object> objects, List<Document> documents,
                List<Dictionary<string, AttributeValue>> items, List<PutItemRequest> requests, Order one, Store store, string text, CancellationToken token)
            {
        {{statements}}
            }
            async Task Generic<T>(List<T> values) { foreach (var value in values) await context.SaveAsync(value); }
        """);

    private static Task Reports(string statements) => RuleTest<LoopedWriteAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("foreach (var item in items) await client.{|DG4009:PutItemAsync|}(new PutItemRequest { TableName = \"t\", Item = item });")]
    [InlineData("foreach (var item in items) { var request = new PutItemRequest(\"t\", item); await concreteClient.{|DG4009:PutItemAsync|}(request, token).ConfigureAwait(false); }")]
    [InlineData("foreach (var item in items) await client.{|DG4009:PutItemAsync|}(\"t\", item);")]
    [InlineData("foreach (var id in ids) await client.{|DG4009:DeleteItemAsync|}(new DeleteItemRequest { TableName = \"t\", Key = new() { [\"Id\"] = new(id) } });")]
    [InlineData("foreach (var order in orders) { order.Paid = true; await context.{|DG4009:SaveAsync|}(order, token); }")]
    [InlineData("for (var i = 0; i < orders.Count; i++) await concreteContext.{|DG4009:SaveAsync|}(orders[i]);")]
    [InlineData("foreach (var id in ids) await context.{|DG4009:DeleteAsync|}<Order>(id);")]
    [InlineData("foreach (var order in orders) await context.{|DG4009:DeleteAsync|}(order);")]
    [InlineData("foreach (var document in documents) await table.{|DG4009:PutItemAsync|}(document);")]
    [InlineData("foreach (var id in ids) await table.{|DG4009:DeleteItemAsync|}(id, token);")]
    [InlineData("await Task.WhenAll(orders.Select(order => context.{|DG4009:SaveAsync|}(order)));")]
    [InlineData("await Task.WhenAll(items.Select(async item => await client.{|DG4009:PutItemAsync|}(\"t\", item)));")]
    [InlineData("foreach (var id in ids) { var order = new Order { Id = id }; await context.{|DG4009:SaveAsync|}(order); }")]
    [InlineData("foreach (var order in orders) { if (order.Paid) return; await context.{|DG4009:SaveAsync|}(order); }")]
    [InlineData("foreach (var order in await context.ScanAsync<Order>([]).GetRemainingAsync()) await context.{|DG4009:DeleteAsync|}(order);")]
    [InlineData("foreach (var order in orders) await context.{|DG4009:SaveAsync|}(order, new SaveConfig { OverrideTableName = \"t\" });")]
    public Task Flags_writes_of_each_element(string statements) => Reports(statements);

    [Theory]
    [InlineData("foreach (var item in items) await client.PutItemAsync(new PutItemRequest { TableName = \"t\", Item = item, ConditionExpression = text });")]
    [InlineData("foreach (var item in items) { var request = new PutItemRequest(\"t\", item); request.ConditionExpression = text; await client.PutItemAsync(request); }")]
    [InlineData("foreach (var item in items) await client.PutItemAsync(new PutItemRequest { TableName = \"t\", Item = item, Expected = [] });")]
    [InlineData("foreach (var item in items) Use(await client.PutItemAsync(new PutItemRequest { TableName = \"t\", Item = item, ReturnValues = ReturnValue.ALL_OLD }));")]
    [InlineData("foreach (var item in items) Use(await client.PutItemAsync(\"t\", item, ReturnValue.ALL_OLD));")]
    [InlineData("foreach (var request in requests) await client.PutItemAsync(request);")]
    [InlineData("foreach (var id in ids) await client.UpdateItemAsync(new UpdateItemRequest { TableName = \"t\", Key = new() { [\"Id\"] = new(id) } });")]
    [InlineData("foreach (var document in documents) await table.UpdateItemAsync(document);")]
    [InlineData("foreach (var document in documents) await table.PutItemAsync(document, new PutItemOperationConfig { ConditionalExpression = new Expression() });")]
    [InlineData("foreach (var order in versioned) await context.SaveAsync(order);")]
    [InlineData("foreach (var order in versioned) await context.DeleteAsync(order);")]
    [InlineData("foreach (var order in counted) await context.SaveAsync(order);")]
    [InlineData("foreach (var value in objects) await context.SaveAsync(value);")]
    [InlineData("foreach (var value in objects) await context.SaveAsync(value.GetType(), value);")]
    [InlineData("foreach (var order in orders) await store.SaveAsync(order); foreach (var item in items) await store.PutItemAsync(\"t\", item);")]
    [InlineData("foreach (var id in ids) await context.SaveAsync(one);")]
    [InlineData("foreach (var id in ids) { var order = await context.LoadAsync<Order>(id); order.Paid = true; await context.SaveAsync(order); }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { one.Id = $\"{attempt}\"; try { await context.SaveAsync(one); break; } catch (AmazonDynamoDBException) { } }")]
    [InlineData("foreach (var order in orders) { await context.SaveAsync(order); await Task.Delay(50); }")]
    [InlineData("foreach (var order in new[] { one, new Order() }) await context.SaveAsync(order);")]
    [InlineData("var batch = context.CreateBatchWrite<Order>(); foreach (var order in orders) batch.AddPutItem(order); await batch.ExecuteAsync();")]
    [InlineData("while (orders.Count > 0) { await context.SaveAsync(orders[0]); orders.RemoveAt(0); }")]
    public Task Leaves_others_alone(string statements) => Reports(statements);

    [Fact]
    public async Task Says_what_writes_many() => Assert.Equal(
        "SaveAsync runs once for each element, so that 100 elements take 100 requests; put and delete up to 25 items by one BatchWriteItem, as CreateBatchWrite does",
        Assert.Single(await Diagnosis.Of<LoopedWriteAnalyzer>(Source("foreach (var order in orders) await context.SaveAsync(order);")))
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<LoopedWriteAnalyzer>.ReportsInTestProject(Source("foreach (var order in orders) await context.SaveAsync(order);"));
}
