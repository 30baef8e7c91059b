using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Writes;

/// <summary>What the items that code writes say of their hash keys.</summary>
public sealed class WrittenHashTests
{
    private static string Source(string item, string more = "") => SdkSource.Of($$"""
        void M(string text) => client.PutItemAsync(new PutItemRequest { TableName = "orders", Item = new() { {{item}} } });
        {{more}}
        """);

    private const string Schema = """
        void Create() => client.CreateTableAsync(new CreateTableRequest
        {
            KeySchema = [new KeySchemaElement("kind", KeyType.HASH), new KeySchemaElement { AttributeName = "number", KeyType = "RANGE" }],
        });
        """;

    private const string Query = """
        void Read(string kind) => client.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            KeyConditionExpression = "kind = :k AND number > :n",
            ExpressionAttributeValues = new() { [":k"] = new(kind) },
        });
        """;

    private const string Mapped = "class Order { [DynamoDBHashKey(\"kind\")] public string Kind { get; set; } = \"\"; [DynamoDBRangeKey(\"number\")] public int Number { get; set; } }";

    [Theory]
    [InlineData("[\"PK\"] = new({|DG2003:\"ORDERS\"|}), [\"SK\"] = new(text)")]
    [InlineData("[\"pk\"] = new() { S = {|DG2003:\"ORDERS\"|} }, [\"sk\"] = new() { S = $\"ORDER#{text}\" }, [\"note\"] = new(\"A\")")]
    [InlineData("[\"PK\"] = new(text), [\"SK\"] = new(\"PROFILE\"), [\"GSI1PK\"] = new({|DG2003:\"AUDIT\"|}), [\"GSI1SK\"] = new(text)")]
    public Task Informs_of_a_constant_by_the_name_of_the_key(string item) => RuleTest<WrittenHashAnalyzer>.Reports(Source(item));

    [Theory]
    [InlineData(Schema)]
    [InlineData(Query)]
    [InlineData(Mapped)]
    public Task Informs_of_a_constant_that_the_code_says_is_the_key(string more) =>
        RuleTest<WrittenHashAnalyzer>.Reports(Source("[\"kind\"] = new({|DG2003:\"ORDERS\"|}), [\"number\"] = new(text)", more));

    [Theory]
    [InlineData("[\"PK\"] = new(\"APP\"), [\"SK\"] = new(\"STATE\")", "")]
    [InlineData("[\"PK\"] = new(\"APP\"), [\"value\"] = new(text)", "")]
    [InlineData("[\"PK\"] = new(text), [\"SK\"] = new(\"PROFILE\")", "")]
    [InlineData("[\"PK\"] = new($\"ORDER#{text}\"), [\"SK\"] = new(text)", "")]
    [InlineData("[\"PK\"] = new(\"CONFIG\"), [\"SK\"] = new(text)", "")]
    [InlineData("[\"kind\"] = new(\"ORDERS\"), [\"number\"] = new(text)", "")]
    [InlineData("[\"number\"] = new(\"1\"), [\"kind\"] = new(text)", Schema)]
    [InlineData("[\"GSI1PK\"] = new(\"AUDIT\"), [\"SK\"] = new(text)", "")]
    public Task Leaves_other_items_alone(string item, string more) => RuleTest<WrittenHashAnalyzer>.Reports(Source(item, more));

    [Fact]
    public Task Speaks_once_of_the_items_that_share_a_constant_and_not_of_what_a_query_reads() => Task.WhenAll(
        RuleTest<WrittenHashAnalyzer>.Reports(SdkSource.Of("""
            async Task M(string text)
            {
                await client.PutItemAsync("orders", new() { ["PK"] = new({|DG2003:"ORDERS"|}), ["SK"] = new(text) });
                await client.UpdateItemAsync("orders", new() { ["PK"] = new("ORDERS"), ["SK"] = new(text) }, null);
                await client.GetItemAsync("orders", new() { ["PK"] = new("OTHER"), ["SK"] = new(text) });
            }
            """)),
        RuleTest<WrittenHashAnalyzer>.Reports(Source("[\"kind\"] = new(\"ORDERS\"), [\"number\"] = new(text)", Query.Replace("new(kind)", "new(\"ORDERS\")", StringComparison.Ordinal))));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<WrittenHashAnalyzer>.ReportsInTestProject(Source("[\"PK\"] = new(\"ORDERS\"), [\"SK\"] = new(text)"));

    [Fact]
    public async Task States_the_number_and_the_remedy_as_information()
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<WrittenHashAnalyzer>(Source("[\"PK\"] = new(\"ORDERS\"), [\"SK\"] = new(text)")));

        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Hash key 'PK' is the constant 'ORDERS', whose items take at most 1,000 WCU and 3,000 RCU a second; "
            + "append a value with many texts, or a shard number, to it",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("public string {|DG2003:Group|} => \"ORDERS\";", "public string Line { get; set; } = \"\";")]
    [InlineData("public string {|DG2003:Group|} { get => \"ORDERS\"; set { } }", "public string Line { get; set; } = \"\";")]
    [InlineData("public string {|DG2003:Group|} { get; } = Name;", "public string Line { get; set; } = \"\";")]
    [InlineData("public string Group { get; set; } = \"ORDERS\";", "public string Line { get; set; } = \"\";")]
    [InlineData("public string Group => \"APP\";", "public string Line => \"STATE\";")]
    [InlineData("public string Group => \"ORDER#\" + Line;", "public string Line { get; set; } = \"\";")]
    public Task Mapped_classes_say_it_by_their_getters(string hash, string range) => RuleTest<PartitionKeyAnalyzer>.Reports(SdkSource.Of($$"""
        class Order { const string Name = "ORDERS"; [DynamoDBHashKey] {{hash}} [DynamoDBRangeKey] {{range}} }
        """));
}
