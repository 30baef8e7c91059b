using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class StatementScanTests
{
    private const string Keyed = """
        Task Get(AttributeValue id) => client.GetItemAsync("orders", new Dictionary<string, AttributeValue> { ["id"] = id });
        Task Two(AttributeValue id) => client.GetItemAsync("lines", new Dictionary<string, AttributeValue> { ["order"] = id, ["line"] = id });
        Task Query() => client.QueryAsync(new QueryRequest { TableName = "orders", IndexName = "by-status", KeyConditionExpression = "#s = :s",
            ExpressionAttributeNames = new() { ["#s"] = "status" } });
        [DynamoDBTable("users")] class User { [DynamoDBHashKey("pk")] public string Id { get; set; } = ""; [DynamoDBRangeKey] public string Sort { get; set; } = ""; }
        """;

    private static string Statement(string text) => $"await client.ExecuteStatementAsync(new ExecuteStatementRequest {{ Statement = {text} }});";

    private static Task Test(string statements, string members = "") =>
        RuleTest<StatementScanAnalyzer>.Reports(SdkSource.Of($$"""
            {{members}}
            async Task M(string where, List<AttributeValue> values)
            {
            {{statements}}
            }
            """));

    [Theory]
    [InlineData("""{|DG3013:"SELECT * FROM orders"|}""")]
    [InlineData("""{|DG3013:"select id, total from \"orders\""|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM \"orders\".\"by-status\";"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders ORDER BY id"|}""")]
    [InlineData("""{|DG3013:"SELECT 'x WHERE y' FROM orders"|}""")]
    public Task Flags_a_SELECT_without_WHERE(string text) => Test(Statement(text));

    [Fact]
    public Task Flags_statements_of_a_batch_and_later_assignments() => Test("""
        const string All = "SELECT * FROM orders";
        var batch = new BatchExecuteStatementRequest { Statements = [new BatchStatementRequest { Statement = {|DG3013:All|} }] };
        var request = new ExecuteStatementRequest();
        request.Statement = {|DG3013:All|};
        Use(batch); await client.ExecuteStatementAsync(request);
        """);

    [Theory]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE status = ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE id > ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE id >= ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE id <> ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE begins_with(id, 'a')"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE id = ? OR status = ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE NOT id = ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM orders WHERE note = 'id = 1'"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM \"orders\".\"by-status\" WHERE id = ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM lines WHERE price = ?"|}""")]
    [InlineData("""{|DG3013:"SELECT * FROM users WHERE Sort = ?"|}""")]
    public Task Flags_a_SELECT_that_does_not_ask_for_a_known_partition_key(string text) => Test(Statement(text), Keyed);

    [Theory]
    [InlineData("\"SELECT * FROM orders WHERE id = ?\"")]
    [InlineData("\"SELECT * FROM orders WHERE ? = id\"")]
    [InlineData("\"SELECT * FROM orders WHERE \\\"id\\\" = 'a' AND status = ?\"")]
    [InlineData("\"SELECT * FROM orders o WHERE o.id = ?\"")]
    [InlineData("\"SELECT * FROM orders WHERE id IN [?, ?]\"")]
    [InlineData("\"SELECT * FROM orders WHERE (id = ? OR id = ?) AND price BETWEEN 1 AND 2\"")]
    [InlineData("\"SELECT * FROM orders WHERE (id = 'a') OR (id = 'b')\"")]
    [InlineData("\"SELECT * FROM lines WHERE \\\"order\\\" = ?\"")]
    [InlineData("\"SELECT * FROM users WHERE pk = ?\"")]
    [InlineData("\"SELECT * FROM \\\"orders\\\".\\\"by-status\\\" WHERE status = ?\"")]
    [InlineData("\"SELECT * FROM \\\"orders\\\".\\\"other\\\" WHERE price = ?\"")]
    [InlineData("\"SELECT * FROM unknown WHERE price = ?\"")]
    [InlineData("\"INSERT INTO orders VALUE {'id': ?}\"")]
    [InlineData("\"UPDATE orders SET a = 1 WHERE id = ?\"")]
    [InlineData("\"DELETE FROM orders WHERE id = ?\"")]
    [InlineData("\"EXISTS(SELECT * FROM orders WHERE id = ?)\"")]
    [InlineData("\"SELECT * FROM orders\" + where")]
    [InlineData("$\"SELECT * FROM orders {where}\"")]
    [InlineData("where")]
    [InlineData("\"\"")]
    [InlineData("\"SELECT\"")]
    [InlineData("\"SELECT * FROM 'orders\"")]
    public Task Leaves_others_alone(string text) => Test(Statement(text), Keyed);

    [Fact]
    public Task Leaves_a_single_page_and_what_is_appended_to_alone() => Test("""
        await client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "SELECT * FROM orders", Limit = 10 });
        var request = new ExecuteStatementRequest { Statement = "SELECT * FROM orders" };
        request.Statement += where;
        await client.ExecuteStatementAsync(request);
        """);

    [Fact]
    public Task Leaves_statements_with_a_reason_alone() =>
        Test(string.Empty, $$"""[DynamoGen.AllowScan("export")] async Task N() { {{Statement("\"SELECT * FROM orders\"")}} }""");

    [Fact]
    public Task Leaves_allowed_tables_alone() => RuleTest<StatementScanAnalyzer>.Reports(
        SdkSource.Of($$"""async Task M() { {{Statement("\"SELECT * FROM orders\"")}} }"""), "dynamogen.DG3001.allowed_tables = orders");

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<StatementScanAnalyzer>.ReportsInTestProject(
        SdkSource.Of($$"""async Task M() { {{Statement("\"SELECT * FROM orders\"")}} }"""));

    [Fact]
    public Task Keys_of_a_created_table_and_of_its_indexes_are_known() => Test(
        Statement("""{|DG3013:"SELECT * FROM shop WHERE kind = ?"|}""") + Statement("\"SELECT * FROM shop WHERE pk = ?\"")
            + Statement("""{|DG3013:"SELECT * FROM shop.kinds WHERE pk = ?"|}""") + Statement("\"SELECT * FROM shop.kinds WHERE kind = ?\""),
        """
        object Create() => new CreateTableRequest
        {
            TableName = "shop",
            KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex { IndexName = "kinds", KeySchema = [new KeySchemaElement { AttributeName = "kind", KeyType = "HASH" }] }],
        };
        """);

    [Fact]
    public Task Keys_of_declared_tables_are_known() => RuleTest<StatementScanAnalyzer>.Reports(SdkSource.Of($$"""
        async Task M()
        {
            {{Statement("""{|DG3013:"SELECT * FROM shop WHERE kind = ?"|}""")}}
            {{Statement("\"SELECT * FROM shop WHERE pk = ?\"")}}
        }
        """) + "\n[DynamoGen.Table(\"shop\", PartitionKey = \"pk\")] public partial class Shop;");
}
