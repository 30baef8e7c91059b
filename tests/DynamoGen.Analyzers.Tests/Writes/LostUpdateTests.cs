using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class LostUpdateTests
{
    private const string Load = "var o = await context.LoadAsync<Order>(id); ";
    private const string Get = "var r = await client.GetItemAsync(new GetItemRequest { TableName = \"t\", Key = new() { [\"Number\"] = new(id) } }); ";

    private static string Source(string statements) => SdkSource.Of($$"""
            public class Address { public string City { get; set; } = ""; }
            public class Order
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public string Status { get; set; } = "";
                public int Count { get; set; }
                public Address Address { get; set; } = new();
                public List<string> Lines { get; set; } = [];
                public void Pay() { Status = "paid"; }
                public void Validate() { if (Status.Length == 0) throw new InvalidOperationException(); }
            }
            public class Versioned : Order { [DynamoDBVersion] public int? Version { get; set; } }
            public class Store { public Task<Order> LoadAsync<T>(string id) => Task.FromResult(new Order()); public Task SaveAsync(Order order) => Task.CompletedTask; }
            private readonly SemaphoreSlim _gate = new(1);
            private readonly string _table = "orders";
            private DynamoDBContext concreteContext = null!;
            async Task M(string id, string[] ids, Store store, Dictionary<string, AttributeValue> key, ITable other, CancellationToken token)
            {
        {{statements}}
            }
            static void Map(Order order) { }
        """);

    private static Task Reports(string statements) => RuleTest<LostUpdateAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Load + "o.Status = \"paid\"; await context.{|DG4007:SaveAsync|}(o);")]
    [InlineData("var o = await concreteContext.LoadAsync<Order>(id, token).ConfigureAwait(false); o.Address.City = \"Rome\"; await concreteContext.{|DG4007:SaveAsync|}(o, token);")]
    [InlineData(Load + "if (o is null) return; o.Lines.Add(\"a\"); await context.{|DG4007:SaveAsync|}(o);")]
    [InlineData(Load + "o.Pay(); await context.{|DG4007:SaveAsync|}<Order>(o);")]
    [InlineData("var o = await context.LoadAsync<Order>(id) ?? new Order(); o.Status += \"x\"; await context.{|DG4007:SaveAsync|}(o);")]
    [InlineData("foreach (var one in ids) { var o = await context.LoadAsync<Order>(one); o.Status = one; await context.{|DG4007:SaveAsync|}(o); }")]
    [InlineData("async Task Local() { var o = await context.LoadAsync<Order>(id); o.Status = id; await context.{|DG4007:SaveAsync|}(o); } await Local();")]
    [InlineData(Load + "o.Count = o.Count + o.Lines.Count; await context.{|DG4007:SaveAsync|}(o);")]
    public Task Flags_objects_that_are_loaded_and_saved(string statements) => Reports(statements);

    [Theory]
    [InlineData("Task<Order> Find(string id) => context.LoadAsync<Order>(id);")]
    [InlineData("public async Task<Order> Find(string id) { var o = await context.LoadAsync<Order>(id); return o; }")]
    [InlineData("async Task<Order?> Find(string id) { if (id.Length == 0) return null; return await context.LoadAsync<Order>(id).ConfigureAwait(false); }")]
    [InlineData("async Task<Order> Find(string id) => await context.LoadAsync<Order>(id) ?? throw new Exception();")]
    [InlineData("async Task<Order> Find(string id) { var o = context.LoadAsync<Order>(id).Result; return o; }")]
    public async Task Sees_through_a_method_that_loads(string method)
    {
        await RuleTest<LostUpdateAnalyzer>.Reports(Finding(method, "{|DG4007:SaveAsync|}"));
        await RuleTest<LostUpdateAnalyzer>.Reports(Finding(method, "SaveAsync").Replace("o.Status = id;", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("protected virtual Task<Order> Find(string id) => context.LoadAsync<Order>(id);")]
    [InlineData("async Task<Order> Find(string id) { if (id.Length == 0) return new Order(); return await context.LoadAsync<Order>(id); }")]
    [InlineData("async Task<Order> Find(string id) => await new Store().LoadAsync<Order>(id);")]
    [InlineData("async Task<Order> Find(string id) { var o = await context.LoadAsync<Order>(id); return new Order { Id = o.Id }; }")]
    [InlineData("async Task<Versioned> Find(string id) => await context.LoadAsync<Versioned>(id);")]
    public Task Leaves_other_methods_alone(string method) => RuleTest<LostUpdateAnalyzer>.Reports(Finding(method, "SaveAsync"));

    private static string Finding(string method, string save) => Source(
        $$"""} {{method}} async Task N(string id) { var o = await Find(id); o.Status = id; await context.{{save}}(o); """);

    [Theory]
    [InlineData(Get + "r.Item[\"s\"] = new(\"paid\"); await client.{|DG4007:PutItemAsync|}(\"t\", r.Item);")]
    [InlineData(Get + "var item = r.Item; item[\"s\"].S = \"paid\"; await client.{|DG4007:PutItemAsync|}(new PutItemRequest { TableName = \"t\", Item = item });")]
    [InlineData("var item = (await concreteClient.GetItemAsync(_table, key, token)).Item; item.Remove(\"s\"); await concreteClient.{|DG4007:PutItemAsync|}(_table, item, token);")]
    [InlineData(Get + "var item = new Dictionary<string, AttributeValue>(r.Item); item.Add(\"s\", new(\"paid\")); await client.{|DG4007:PutItemAsync|}(new PutItemRequest(\"t\", item));")]
    [InlineData("var d = await table.GetItemAsync(id); d[\"s\"] = \"paid\"; await table.{|DG4007:PutItemAsync|}(d);")]
    public Task Flags_items_that_are_read_and_put(string statements) => Reports(statements);

    [Theory]
    [InlineData("var o = await context.LoadAsync<Versioned>(id); o.Status = \"paid\"; await context.SaveAsync(o);")]
    [InlineData(Load + "o.Count++; await context.SaveAsync(o);")]
    [InlineData(Load + "await context.SaveAsync(o);")]
    [InlineData(Load + "await context.SaveAsync(o); o.Status = \"paid\";")]
    [InlineData(Load + "o.Validate(); await context.SaveAsync(o);")]
    [InlineData(Load + "if (o != null) return; var n = new Order(); n.Status = \"new\"; await context.SaveAsync(n);")]
    [InlineData(Load + "var copy = new Order { Status = o.Status }; copy.Count = 1; await context.SaveAsync(copy);")]
    [InlineData("await _gate.WaitAsync(); " + Load + "o.Status = \"paid\"; await context.SaveAsync(o);")]
    [InlineData("var o = await store.LoadAsync<Order>(id); o.Status = \"paid\"; await context.SaveAsync(o);")]
    [InlineData(Load + "o.Status = \"paid\"; await store.SaveAsync(o);")]
    [InlineData("var o = new Order(); o.Status = \"new\"; await context.SaveAsync(o);")]
    [InlineData(Get + "r.Item[\"s\"] = new(\"paid\"); await client.PutItemAsync(new PutItemRequest { TableName = \"t\", Item = r.Item, ConditionExpression = \"v = :v\" });")]
    [InlineData(Get + "r.Item[\"s\"] = new(\"paid\"); await client.PutItemAsync(\"archive\", r.Item);")]
    [InlineData(Get + "r.Item[\"s\"] = new(\"paid\"); await client.PutItemAsync(id, r.Item);")]
    [InlineData(Get + "r.Item[\"Number\"] = new(\"copy\"); await client.PutItemAsync(\"t\", r.Item);")]
    [InlineData(Get + "r.Item[\"pk\"] = new(\"copy\"); await client.PutItemAsync(\"t\", r.Item);")]
    [InlineData(Get + "await client.PutItemAsync(\"t\", r.Item);")]
    [InlineData(Get + "await client.PutItemAsync(\"t\", new Dictionary<string, AttributeValue> { [\"s\"] = r.Item[\"s\"] });")]
    [InlineData(Get + "r.Item[\"n\"].N = (int.Parse(r.Item[\"n\"].N) + 1).ToString(); await client.PutItemAsync(\"t\", r.Item);")]
    [InlineData(Get + "await client.UpdateItemAsync(new UpdateItemRequest { TableName = \"t\", Key = key });")]
    [InlineData("var d = await table.GetItemAsync(id); d[\"s\"] = \"paid\"; await other.PutItemAsync(d);")]
    [InlineData("var d = await table.GetItemAsync(id); d[\"s\"] = \"paid\"; await table.PutItemAsync(d, new PutItemOperationConfig { ConditionalExpression = new Expression() });")]
    [InlineData("var d = await table.GetItemAsync(id); d[\"s\"] = \"paid\"; await table.UpdateItemAsync(d);")]
    public Task Leaves_others_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData(Load + "o.Count++; await context.SaveAsync(o);", "DG4013")]
    [InlineData(Load + "o.Status = id; await context.SaveAsync(o);", "DG4007")]
    [InlineData("foreach (var one in ids) { var o = await context.LoadAsync<Order>(id); o.Status = one; await context.SaveAsync(o); }", "DG4007")]
    [InlineData("foreach (var one in ids) { var r = await client.GetItemAsync(\"t\", key); r.Item[\"s\"] = new(one); await client.PutItemAsync(\"t\", r.Item); }", "DG4007")]
    public async Task One_write_has_one_report(string statements, string rule)
    {
        var reported = (await Diagnosis.Of(Source(statements))).Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("DG4", StringComparison.Ordinal));
        Assert.Equal([rule], reported);
    }

    [Fact]
    public async Task Says_what_is_lost() => Assert.Equal(
        "SaveAsync writes back the whole of what was read, without a condition: what another caller changed meanwhile is lost; "
            + "give the class a [DynamoDBVersion], or change the attributes alone by UpdateItem",
        Assert.Single(await Diagnosis.Of<LostUpdateAnalyzer>(Source(Load + "o.Status = id; await context.SaveAsync(o);")))
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<LostUpdateAnalyzer>.ReportsInTestProject(Source(Load + "o.Status = id; await context.SaveAsync(o);"));
}
