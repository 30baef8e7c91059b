using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class LoopedReadTests
{
    private const string Get = "await client.{|DG3009:GetItemAsync|}(new GetItemRequest { TableName = \"t\", Key = new() { [\"Id\"] = new(id) } })";

    private static string Source(string statements) => SdkSource.Of($$"""
            public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; public string CustomerId { get; set; } = ""; }
            public class Store { public Task<Order> LoadAsync<T>(string id) => Task.FromResult(new Order()); public Task<Order> GetItemAsync(string id) => Task.FromResult(new Order()); }
            private DynamoDBContext concreteContext = null!;
            private Table concreteTable = null!;
            async Task<object?> M(string[] ids, List<Order> orders, Dictionary<string, AttributeValue> key, string one, Store store, IAsyncEnumerable<string> stream, SemaphoreSlim gate, CancellationToken token)
            {
        {{statements}}
                return null;
            }
            static Dictionary<string, AttributeValue> KeyOf(string id) => new() { ["Id"] = new(id) };
            static Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action();
        """);

    private static Task Reports(string statements) => RuleTest<LoopedReadAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("foreach (var id in ids) Use(" + Get + ");")]
    [InlineData("foreach (var id in ids) { var request = new GetItemRequest(\"t\", KeyOf(id)); var r = await concreteClient.{|DG3009:GetItemAsync|}(request, token).ConfigureAwait(false); Use(r.Item); }")]
    [InlineData("var request = new GetItemRequest { TableName = \"t\" }; foreach (var id in ids) { request.Key = KeyOf(id); Use(await client.{|DG3009:GetItemAsync|}(request)); }")]
    [InlineData("foreach (var id in ids) { key[\"Id\"] = new(id); Use(await client.{|DG3009:GetItemAsync|}(\"t\", key)); }")]
    [InlineData("foreach (var order in orders) Use(await context.{|DG3009:LoadAsync|}<Order>(order.CustomerId));")]
    [InlineData("foreach (var order in orders) { var customer = order.CustomerId; if (customer.Length == 0) continue; Use(await concreteContext.{|DG3009:LoadAsync|}<Order>(customer, token)); }")]
    [InlineData("for (var i = 0; i < ids.Length; i++) Use(await table.{|DG3009:GetItemAsync|}(ids[i]));")]
    [InlineData("for (var i = 0; i < ids.Length; i++) { var id = ids[i]; Use(await concreteTable.{|DG3009:GetItemAsync|}(id, token)); }")]
    [InlineData("var tasks = ids.Select(id => context.{|DG3009:LoadAsync|}<Order>(id)); return await Task.WhenAll(tasks);")]
    [InlineData("return await Task.WhenAll(ids.Select(async id => { var r = await client.{|DG3009:GetItemAsync|}(\"t\", KeyOf(id)); return r.Item; }));")]
    [InlineData("return from id in ids select client.{|DG3009:GetItemAsync|}(\"t\", KeyOf(id));")]
    [InlineData("orders.ForEach(order => Use(client.{|DG3009:GetItemAsync|}(\"t\", KeyOf(order.Id)).Result));")]
    [InlineData("await Parallel.ForEachAsync(ids, async (id, stop) => Use(await context.{|DG3009:LoadAsync|}<Order>(id, stop)));")]
    [InlineData("var tasks = new List<Task<GetItemResponse>>(); foreach (var id in ids) tasks.Add(client.{|DG3009:GetItemAsync|}(\"t\", KeyOf(id))); await Task.WhenAll(tasks);")]
    [InlineData("foreach (var id in ids) Use(await ExecuteAsync(() => client.{|DG3009:GetItemAsync|}(\"t\", KeyOf(id))));")]
    [InlineData("foreach (var id in ids) { try { Use(await context.{|DG3009:LoadAsync|}<Order>(id)); } catch (AmazonDynamoDBException) { } }")]
    [InlineData("foreach (var id in ids) { if (token.IsCancellationRequested) break; Use(await context.{|DG3009:LoadAsync|}<Order>(id)); }")]
    [InlineData("async Task Local() { foreach (var id in ids) Use(await context.{|DG3009:LoadAsync|}<Order>(id)); } await Local();")]
    [InlineData("foreach (var id in new[] { \"a\", \"b\", \"c\" }) Use(await context.{|DG3009:LoadAsync|}<Order>(id));")]
    [InlineData("await foreach (var page in client.Paginators.Query(new QueryRequest()).Responses) foreach (var item in page.Items) Use(await client.{|DG3009:GetItemAsync|}(\"t\", item));")]
    public Task Flags_reads_of_each_element(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(await context.LoadAsync<Order>(one));")]
    [InlineData("foreach (var order in orders) Use(await context.LoadAsync<Order>(one));")]
    [InlineData("foreach (var id in ids) Use(await client.GetItemAsync(new GetItemRequest { TableName = id, Key = key }));")]
    [InlineData("foreach (var id in ids) Use(await store.LoadAsync<Order>(id)); foreach (var id in ids) Use(await store.GetItemAsync(id));")]
    [InlineData("for (var attempt = 0; attempt < 5; attempt++) { try { return await context.LoadAsync<Order>(one); } catch (AmazonDynamoDBException) { } }")]
    [InlineData("for (var attempt = 0; attempt < 5; attempt++) { Use(await context.LoadAsync<Order>(one)); await Task.Delay(100 * attempt); }")]
    [InlineData("while (!token.IsCancellationRequested) { Use(await context.LoadAsync<Order>(one)); await Task.Delay(1000, token); }")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); while (await timer.WaitForNextTickAsync(token)) Use(await context.LoadAsync<Order>(one));")]
    [InlineData("foreach (var id in ids) { Use(await context.LoadAsync<Order>(id)); await Task.Delay(100); }")]
    [InlineData("foreach (var id in new[] { \"a\", \"b\" }) Use(await context.LoadAsync<Order>(id));")]
    [InlineData("string[] two = [\"a\", one]; foreach (var id in two) Use(await context.LoadAsync<Order>(id));")]
    [InlineData("for (var i = 0; i < 2; i++) Use(await context.LoadAsync<Order>(ids[i]));")]
    [InlineData("foreach (var id in ids.Take(2)) Use(await context.LoadAsync<Order>(id));")]
    [InlineData("foreach (var id in ids) { var order = await context.LoadAsync<Order>(id); if (order != null) return order; }")]
    [InlineData("foreach (var id in ids) { var order = await context.LoadAsync<Order>(id); if (order is null) break; }")]
    [InlineData("var next = one; while (next != null) { var order = await context.LoadAsync<Order>(next); next = order?.CustomerId; }")]
    [InlineData("var next = one; foreach (var id in ids) { var order = await context.LoadAsync<Order>(next); next = order.CustomerId; }")]
    [InlineData("await foreach (var id in stream) Use(await context.LoadAsync<Order>(id));")]
    [InlineData("foreach (var id in ids) Use((await context.QueryAsync<Order>(id).GetRemainingAsync()).Count);")]
    [InlineData("var batch = context.CreateBatchGet<Order>(); foreach (var id in ids) batch.AddKey(id); await batch.ExecuteAsync();")]
    [InlineData("foreach (var chunk in ids.Chunk(100)) Use(await client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { [\"t\"] = new() { Keys = chunk.Select(KeyOf).ToList() } }));")]
    [InlineData("Func<string, Task<Order>> load = id => context.LoadAsync<Order>(id); Use(await load(one));")]
    [InlineData("async Task<Order> Load(string id) => await context.LoadAsync<Order>(id); Use(await Load(one));")]
    [InlineData("Setup(ids.Select(id => 1), c => c.LoadAsync<Order>(one, default)); void Setup(object list, System.Linq.Expressions.Expression<Func<IDynamoDBContext, Task>> call) { }")]
    [InlineData("await Task.WhenAll(ids.Select(async id => { await gate.WaitAsync(); Use(await context.LoadAsync<Order>(id)); gate.Release(); }));")]
    public Task Leaves_others_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("foreach (var id in ids) Use(await client.GetItemAsync(\"t\", KeyOf(id)));",
        "GetItemAsync runs once for each element, so that 100 elements take 100 requests; read up to 100 keys by one BatchGetItem")]
    [InlineData("foreach (var id in ids) Use(await context.LoadAsync<Order>(id));",
        "LoadAsync runs once for each element, so that 100 elements take 100 requests; read up to 100 keys by one BatchGetItem, as CreateBatchGet does")]
    public async Task Says_what_reads_many(string statements, string message) => Assert.Equal(
        message,
        Assert.Single(await Diagnosis.Of<LoopedReadAnalyzer>(Source(statements))).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<LoopedReadAnalyzer>.ReportsInTestProject(Source("foreach (var id in ids) Use(await context.LoadAsync<Order>(id));"));
}
