using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>What a query says of the hash key of an index that no class declares.</summary>
public sealed class HashValueTests
{
    private static string Source(string index, string value, string condition = "gsi1pk = :pk") => SdkSource.Of($$"""
        enum Status { Open, Closed }
        void M(Status status, string text) => client.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            {{index}}
            KeyConditionExpression = "{{condition}}",
            ExpressionAttributeValues = new() { [":pk"] = {{value}}, [":b"] = new AttributeValue("B") },
        });
        """);

    [Theory]
    [InlineData("new AttributeValue({|DG2003:\"ORDERS\"|})")]
    [InlineData("new() { S = {|DG2003:\"ORDERS\"|} }")]
    [InlineData("new() { N = {|DG2003:\"1\"|} }")]
    [InlineData("new() { S = {|DG2002:status.ToString()|} }")]
    [InlineData("new AttributeValue({|DG2002:status.ToString(\"G\")|})")]
    public Task Informs_of_one_value_and_of_few(string value) => RuleTest<HashValueAnalyzer>.Reports(Source("IndexName = \"gsi1\",", value));

    [Theory]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(text)", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue($\"ORDER#{text}\")", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(text.ToString())", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(\"ORDERS\")", "gsi1pk = :pk AND gsi1sk = :b")]
    [InlineData("IndexName = \"gsi1\",", "new() { N = text.Length.ToString() }", "gsi1pk = :pk")]
    [InlineData("IndexName = text,", "new AttributeValue(\"ORDERS\")", "gsi1pk = :pk")]
    [InlineData("", "new AttributeValue(text)", "pk = :pk")]
    [InlineData("", "new AttributeValue(\"ORDERS\")", "pk = :pk AND sk = :b")]
    [InlineData("", "new AttributeValue(\"APP_SETTINGS\")", "pk = :pk")]
    [InlineData("", "new AttributeValue(status.ToString())", "pk = :pk")]
    public Task Leaves_other_values_alone(string index, string value, string condition) =>
        RuleTest<HashValueAnalyzer>.Reports(Source(index, value, condition));

    [Fact]
    public async Task States_the_number_and_the_remedy_as_information()
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<HashValueAnalyzer>(Source("IndexName = \"gsi1\",", "new() { S = status.ToString() }")));
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Index 'gsi1' is read by 'Status' with 2 values, each of which takes at most 1,000 WCU and 3,000 RCU a second; "
            + "append a value with many texts, or a shard number, to its hash key 'gsi1pk' (a hot partition of the index throttles writes to the table)",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("pk = :pk")]
    [InlineData("pk = :pk AND begins_with(sk, :b)")]
    [InlineData("pk = :pk AND sk < :b")]
    public Task Informs_of_the_table_itself(string condition) =>
        RuleTest<HashValueAnalyzer>.Reports(Source("", "new AttributeValue({|DG2003:\"ORDERS\"|})", condition));

    [Theory]
    [InlineData("{|DG2003:\"ORDERS\"|}", "LT")]
    [InlineData("\"ORDERS\"", "EQ")]
    [InlineData("text", "LT")]
    public Task Reads_the_conditions_that_expressions_have_replaced(string value, string comparison) => RuleTest<HashValueAnalyzer>.Reports(SdkSource.Of($$"""
        void M(string text) => client.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            KeyConditions = new()
            {
                ["pk"] = new Condition { ComparisonOperator = ComparisonOperator.EQ, AttributeValueList = [new AttributeValue({{value}})] },
                ["sk"] = new Condition { ComparisonOperator = "{{comparison}}", AttributeValueList = [new AttributeValue(text)] },
            },
        });
        """));

    [Theory]
    [InlineData("table.Query({|DG2003:\"ORDERS\"|}, new QueryFilter());")]
    [InlineData("table.Query(new QueryFilter(\"pk\", QueryOperator.Equal, {|DG2003:\"ORDERS\"|}));")]
    [InlineData("var f = new QueryFilter(\"pk\", QueryOperator.Equal, {|DG2003:Pk|}); f.AddCondition(\"sk\", QueryOperator.LessThan, text); table.Query(f);")]
    [InlineData("var f = new QueryFilter(); f.AddCondition(\"pk\", QueryOperator.Equal, {|DG2003:\"ORDERS\"|}); table.Query(new QueryOperationConfig { IndexName = \"i\", Filter = f });")]
    [InlineData("context.FromQueryAsync<Order>(new QueryOperationConfig { IndexName = \"i\", KeyExpression = new Expression { ExpressionStatement = \"s = :s\", ExpressionAttributeValues = new() { [\":s\"] = {|DG2003:\"Due\"|} } } });")]
    [InlineData("context.FromQueryAsync<Order>(new QueryOperationConfig { IndexName = \"i\", KeyExpression = new Expression { ExpressionStatement = \"s = :s\", ExpressionAttributeValues = new() { [\":s\"] = {|DG2002:status.ToString()|} } } });")]
    [InlineData("context.QueryAsync<Order>({|DG2003:\"ORDERS\"|});")]
    [InlineData("context.QueryAsync<Order>({|DG2003:Pk|}, QueryOperator.BeginsWith, new object[] { text });")]
    [InlineData("context.QueryAsync<Item>({|DG2003:\"OPEN\"|}, new QueryConfig { IndexName = \"by-status\" });")]
    public Task Informs_of_searches(string statements) => RuleTest<HashValueAnalyzer>.Reports(Searches(statements));

    [Theory]
    [InlineData("table.Query(text, new QueryFilter());")]
    [InlineData("table.Query(new QueryFilter(\"pk\", QueryOperator.Equal, text));")]
    [InlineData("var f = new QueryFilter(\"pk\", QueryOperator.Equal, \"ORDERS\"); f.AddCondition(\"sk\", QueryOperator.Equal, text); table.Query(f);")]
    [InlineData("context.QueryAsync<Order>(\"ORDERS\", QueryOperator.Equal, new object[] { text });")]
    [InlineData("context.QueryAsync<Item>(\"ORDERS\");")]
    [InlineData("context.QueryAsync<Order>(\"ORDER#\" + text);")]
    [InlineData("context.QueryAsync<Order>(text, new QueryConfig { IndexName = \"by-status\" });")]
    [InlineData("context.LoadAsync<Order>(\"ORDERS\", text);")]
    public Task Leaves_other_searches_alone(string statements) => RuleTest<HashValueAnalyzer>.Reports(Searches(statements));

    private static string Searches(string statements) => SdkSource.Of($$"""
        const string Pk = "ORDERS";
        enum Status { Open, Closed }
        class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBRangeKey] public string Line { get; set; } = ""; }
        class Item { [DynamoDBHashKey] public string Id { get; set; } = ""; }
        void M(Status status, string text) { {{statements}} }
        """);
}
