using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

/// <summary>Items that are created where a read found none.</summary>
public sealed class OverwritingCreationTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
        class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; public bool Paid { get; set; } }
        class Versioned { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBVersion] public int? Version { get; set; } }
        private readonly SemaphoreSlim turn = new(1);
        async Task M(string id, string other, Order order, Versioned versioned)
        {
            {{statements}}
        }
        """);

    private const string Get = "var r = await client.GetItemAsync(\"orders\", new() { [\"Id\"] = new(id) });";
    private const string Put = "await client.{|DG4008:PutItemAsync|}(\"orders\", new() { [\"Id\"] = new(id), [\"Note\"] = new(other) });";
    private const string Silent = "await client.PutItemAsync(\"orders\", new() { [\"Id\"] = new(id), [\"Note\"] = new(other) });";

    [Theory]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found != null) return; await context.{|DG4008:SaveAsync|}(order);")]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found is not null) throw new Exception(); await context.{|DG4008:SaveAsync|}(order);")]
    [InlineData("if (await context.LoadAsync<Order>(order.Id) == null) { await context.{|DG4008:SaveAsync|}(order); }")]
    [InlineData("var found = await context.LoadAsync<Order>(id); if (found is null) { await context.{|DG4008:SaveAsync|}(new Order { Id = id }); }")]
    [InlineData("var found = await context.LoadAsync<Order>(id); if (found == null) { found = new Order { Id = id }; await context.{|DG4008:SaveAsync|}(found); }")]
    [InlineData(Get + "if (r.Item == null) {" + Put + "}")]
    [InlineData(Get + "if (r.Item == null || r.Item.Count == 0) {" + Put + "}")]
    [InlineData(Get + "if (r.IsItemSet) { return; }" + Put)]
    [InlineData(Get + "if (r.Item is { Count: > 0 }) { throw new Exception(); }" + Put)]
    [InlineData(Get + "if (r.Item != null && r.Item.Any()) return;" + Put)]
    [InlineData("var q = new GetItemRequest { TableName = \"orders\", Key = new() { [\"Id\"] = new() { S = id } } }; var r = await client.GetItemAsync(q);"
        + "if (!r.IsItemSet) { var p = new PutItemRequest { TableName = \"orders\", Item = new() { [\"Id\"] = new() { S = id } } }; await client.{|DG4008:PutItemAsync|}(p); }")]
    public Task Flags_a_put_of_what_was_not_there(string statements) => RuleTest<OverwritingCreationAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("var found = await context.LoadAsync<Versioned>(versioned.Id); if (found != null) return; await context.SaveAsync(versioned);")]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found == null) return; await context.SaveAsync(order);")]
    [InlineData("var found = await context.LoadAsync<Order>(other); if (found != null) return; await context.SaveAsync(order);")]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found != null) { Use(found); } await context.SaveAsync(order);")]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found == null || found.Paid) { await context.SaveAsync(order); }")]
    [InlineData("await turn.WaitAsync(); var found = await context.LoadAsync<Order>(order.Id); if (found != null) return; await context.SaveAsync(order);")]
    [InlineData("var found = await context.LoadAsync<Order>(order.Id); if (found == null) { await context.SaveAsync(new Order()); }")]
    [InlineData("await context.SaveAsync(order);")]
    [InlineData(Get + "if (r.Item != null) {" + Silent + "}")]
    [InlineData(Get + "if (r.Item == null) { await client.PutItemAsync(\"orders\", new() { [\"Id\"] = new(other) }); }")]
    [InlineData(Get + "if (r.Item == null) { await client.PutItemAsync(\"others\", new() { [\"Id\"] = new(id) }); }")]
    [InlineData(Get + "if (r.Item == null) { await client.PutItemAsync(new PutItemRequest { TableName = \"orders\", Item = new() { [\"Id\"] = new(id) }, ConditionExpression = \"attribute_not_exists(Id)\" }); }")]
    public Task Leaves_others_alone(string statements) => RuleTest<OverwritingCreationAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<OverwritingCreationAnalyzer>.ReportsInTestProject(
        Source("var found = await context.LoadAsync<Order>(order.Id); if (found != null) return; await context.SaveAsync(order);"));
}
