using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class LostCountTests
{
    private const string Load = "var c = await context.LoadAsync<Counter>(\"a\"); ";
    private const string Get = "var r = await client.GetItemAsync(new GetItemRequest { TableName = \"t\", Key = key }); ";

    private static string Source(string statements) => SdkSource.Of($$"""
        public class Counter
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            public int Value { get; set; }
            public long? Other { get; set; }
            public int Attempts { get; set; }
            public string Text { get; set; } = "";
            [DynamoDBAtomicCounter] public long? Counted { get; set; }
            [DynamoDBIgnore] public int Hidden { get; set; }
        }
        public class Versioned : Counter { [DynamoDBVersion] public int? Version { get; set; } }
        private readonly SemaphoreSlim _gate = new(1);
        async Task<long> M(Dictionary<string, AttributeValue> key, int amount)
            {
        {{statements}}
                return 0;
            }
        """);

    [Theory]
    [InlineData(Load + "c.Value++; await context.{|DG4013:SaveAsync|}(c);")]
    [InlineData(Load + "c.Value += 1; await context.{|DG4013:SaveAsync|}(c, default).ConfigureAwait(false); return c.Value;")]
    [InlineData(Load + "c.Value = c.Value + 1; await context.{|DG4013:SaveAsync|}(c, new SaveConfig());")]
    [InlineData(Load + "c.Other = (c.Other ?? 0) + 1; await context.{|DG4013:SaveAsync|}(c);")]
    [InlineData(Load + "c.Value--; await context.{|DG4013:SaveAsync|}<Counter>(c);")]
    [InlineData(Load + "if (c == null) { c = new Counter(); } c.Value++; await context.{|DG4013:SaveAsync|}(c);")]
    [InlineData("var c = await context.LoadAsync<Counter>(\"a\", \"b\") ?? new Counter(); c.Value++; await context.{|DG4013:SaveAsync|}(c);")]
    public Task Flags_objects_that_are_counted_up(string statements) => RuleTest<LostCountAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Get + "var n = long.Parse(r.Item[\"n\"].N) + 1; r.Item[\"n\"].N = n.ToString(); await client.{|DG4013:PutItemAsync|}(\"t\", r.Item);")]
    [InlineData(
        Get + "var n = int.Parse(r.Item[\"n\"].N); n++; r.Item[\"n\"] = new AttributeValue { N = $\"{n}\" }; "
        + "await client.{|DG4013:PutItemAsync|}(\"t\", r.Item);")]
    [InlineData(
        Get + "var item = r.Item; item[\"n\"].N = (int.Parse(item[\"n\"].N) + 1).ToString(); "
        + "await client.{|DG4013:PutItemAsync|}(new PutItemRequest { TableName = \"t\", Item = item });")]
    [InlineData(
        Get + "int.TryParse(r.Item[\"n\"].N, out var n); var next = n + 1; await client.{|DG4013:PutItemAsync|}(new PutItemRequest { "
        + "TableName = \"t\", Item = new() { [\"id\"] = new(\"a\"), [\"n\"] = new AttributeValue { N = next.ToString() } } }); " + "return next;")]
    [InlineData(
        Get + "long n = 0; if (r.IsItemSet) n = Convert.ToInt64(r.Item[\"n\"].N); n += 1; "
        + "var item = new Dictionary<string, AttributeValue> { { \"n\", new AttributeValue { N = n.ToString() } } }; "
        + "await client.{|DG4013:PutItemAsync|}(\"t\", item);")]
    public Task Flags_items_that_are_counted_up(string statements) => RuleTest<LostCountAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("var c = await context.LoadAsync<Versioned>(\"a\"); c.Value++; await context.SaveAsync(c);")]
    [InlineData(Load + "c.Counted++; await context.SaveAsync(c);")]
    [InlineData(Load + "c.Hidden++; await context.SaveAsync(c);")]
    [InlineData(Load + "c.Attempts++; await context.SaveAsync(c);")]
    [InlineData(Load + "c.Text += 1; c.Value = amount; await context.SaveAsync(c);")]
    [InlineData(Load + "c.Value = 1 + amount; await context.SaveAsync(c);")]
    [InlineData(Load + "await context.SaveAsync(c); c.Value++;")]
    [InlineData(Load + "var copy = new Counter(); copy.Value++; await context.SaveAsync(copy);")]
    [InlineData(Load + "var d = new Counter(); c.Value++; await context.SaveAsync(d);")]
    [InlineData("await _gate.WaitAsync(); " + Load + "c.Value++; await context.SaveAsync(c);")]
    [InlineData("var c = new Counter(); c.Value++; await context.SaveAsync(c);")]
    [InlineData(
        Load + "c = await Renewed(c); c.Value++; await context.SaveAsync(c); return 0; } Task<Counter> Renewed(Counter c) => Task.FromResult(c); "
        + "async Task<int> N() {")]
    [InlineData(
        Get + "var n = int.Parse(r.Item[\"n\"].N) + 1; await client.PutItemAsync(new PutItemRequest { ConditionExpression = \"n = :n\", "
        + "Item = new() { [\"n\"] = new() { N = n.ToString() } } });")]
    [InlineData(
        Get + "var n = int.Parse(r.Item[\"n\"].N); await client.PutItemAsync(new PutItemRequest { Item = new() { [\"n\"] = new() { N = "
        + "n.ToString() } } });")]
    [InlineData(
        Get + "var n = int.Parse(r.Item[\"n\"].N) + 1; await client.PutItemAsync(new PutItemRequest { Item = new() { [\"version\"] = new() "
        + "{ N = n.ToString() } } });")]
    [InlineData("var n = key.Count + 1; await client.PutItemAsync(new PutItemRequest { Item = new() { [\"n\"] = new() { N = n.ToString() } } });")]
    [InlineData(
        Get + "var n = int.Parse(r.Item[\"n\"].N) + 1; Use(n); await client.PutItemAsync(new PutItemRequest { Item = new() { [\"n\"] = "
        + "new() { N = \"1\" } } });")]
    public Task Leaves_others_alone(string statements) => RuleTest<LostCountAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<LostCountAnalyzer>.ReportsInTestProject(Source(Load + "c.Value++; await context.SaveAsync(c);"));
}
