using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class TransactionTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            async Task M(List<TransactWriteItem> given, TransactWriteItem w, TransactGetItem g, bool all)
            {
                {{statements}}
            }
        """);

    private static Task Reports(string statements) => RuleTest<TransactionAnalyzer>.Reports(Source(statements));

    private static string Times(int count, string element) => string.Join(", ", Enumerable.Repeat(element, count));

    [Fact]
    public async Task Flags_more_than_100_actions()
    {
        await Reports($"Use({{|DG4004:new TransactWriteItemsRequest|}} {{ TransactItems = [{Times(101, "w")}] }});");
        await Reports($"Use({{|DG4004:new TransactGetItemsRequest|}} {{ TransactItems = new() {{ {Times(101, "g")} }} }});");
        await Reports("foreach (var chunk in given.Chunk(200)) Use({|DG4004:new TransactWriteItemsRequest|} { TransactItems = chunk.ToList() });");
    }

    [Fact]
    public async Task Leaves_100_actions_and_unknown_numbers_alone()
    {
        await Reports($"Use(new TransactWriteItemsRequest {{ TransactItems = [{Times(100, "w")}] }});");
        await Reports("Use(new TransactWriteItemsRequest { TransactItems = given });");
        await Reports("foreach (var chunk in given.Chunk(100)) Use(new TransactWriteItemsRequest { TransactItems = chunk.ToList() });");
    }

    [Theory]
    [InlineData("await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put() }] });")]
    [InlineData("await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = new List<TransactWriteItem> { new TransactWriteItem { Update = new Update() } } });")]
    [InlineData("var r = {|DG4005:new TransactWriteItemsRequest|}(); r.TransactItems = []; r.TransactItems.Add(new() { Delete = new Delete() }); await client.TransactWriteItemsAsync(r);")]
    public Task Flags_one_action(string statements) => Reports(statements);

    [Theory]
    [InlineData(
        "await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put() }, new() { Put = new Put() }] });")]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { ConditionCheck = new ConditionCheck() }] });")]
    [InlineData(
        "await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { ClientRequestToken = \"x\", TransactItems = [new() { Put = new Put() }] });")]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [w] });")]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = given });")]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. given, new() { Put = new Put() }] });")]
    [InlineData("var items = new List<TransactWriteItem> { new() { Put = new Put() } }; if (all) items.Add(w); await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items });")]
    [InlineData("var items = new List<TransactWriteItem> { new() { Put = new Put() } }; items.AddRange(given); await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items });")]
    [InlineData("var items = new List<TransactWriteItem>(); foreach (var x in given.Take(20)) items.Add(new() { Put = new Put() }); await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items });")]
    public Task Leaves_other_transactions_alone(string statements) => Reports(statements);

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<TransactionAnalyzer>.ReportsInTestProject(
        Source("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put() }] });"));

    [Theory]
    [InlineData(
        "await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put { TableName = \"t\", ConditionExpression = \"attribute_not_exists(pk)\" } }] });",
        "await client.PutItemAsync(new PutItemRequest { TableName = \"t\", ConditionExpression = \"attribute_not_exists(pk)\" });")]
    [InlineData(
        "await client.TransactWriteItemsAsync({|DG4005:new|}() { TransactItems = new List<TransactWriteItem> { new TransactWriteItem { Update = new() { TableName = \"t\" } } } }, default).ConfigureAwait(false);",
        "await client.UpdateItemAsync(new UpdateItemRequest { TableName = \"t\" }, default).ConfigureAwait(false);")]
    public Task Fix_writes_the_item_alone(string statement, string fixedStatement) =>
        RuleTest<TransactionAnalyzer>.Fixes<SingleWriteCodeFix>(Source($"{statement} {statement}"), Source($"{fixedStatement} {fixedStatement}"));

    [Fact]
    public Task Fix_keeps_what_is_said_in_the_action_and_gives_it_its_place() => RuleTest<TransactionAnalyzer>.Fixes<SingleWriteCodeFix>(
        Source("""
            // Write it.
                    await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|}
                    {
                        TransactItems =
                        [
                            new()
                            {
                                Put = new Put
                                {
                                    // Orders.
                                    TableName = "t",
                                    Item = new() { ["pk"] = new("x") }, // x
                                },
                            },
                        ],
                    });
            """),
        Source("""
            // Write it.
                    await client.PutItemAsync(new PutItemRequest
                    {
                        // Orders.
                        TableName = "t",
                        Item = new() { ["pk"] = new("x") }, // x
                    });
            """));

    [Theory]
    [InlineData("var r = await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put { TableName = \"t\" } }] });")]
    [InlineData("try { await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put { TableName = \"t\" } }] }); } catch (TransactionCanceledException) { }")]
    [InlineData("var t = {|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put { TableName = \"t\" } }] }; await client.TransactWriteItemsAsync(t);")]
    [InlineData("try { await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { TransactItems = [new() { Put = new Put { TableName = \"t\" } }] }); } catch (Exception e) when (e is TransactionCanceledException) { }")]
    [InlineData("await client.TransactWriteItemsAsync({|DG4005:new TransactWriteItemsRequest|} { /* The order. */ TransactItems = [new() { Put = new Put { TableName = \"t\" } }] });")]
    public Task Fix_is_not_offered_where_more_would_change(string statement) => RuleTest<TransactionAnalyzer>.OffersNo<SingleWriteCodeFix>(Source(statement));
}
