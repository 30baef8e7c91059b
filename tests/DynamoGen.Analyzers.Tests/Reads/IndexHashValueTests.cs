using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>What a query says of the hash key of an index that no class declares.</summary>
public sealed class IndexHashValueTests
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
    public Task Informs_of_one_value_and_of_few(string value) => RuleTest<IndexHashValueAnalyzer>.Reports(Source("IndexName = \"gsi1\",", value));

    [Theory]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(text)", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue($\"ORDER#{text}\")", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(text.ToString())", "gsi1pk = :pk")]
    [InlineData("IndexName = \"gsi1\",", "new AttributeValue(\"ORDERS\")", "gsi1pk = :pk AND gsi1sk = :b")]
    [InlineData("IndexName = \"gsi1\",", "new() { N = text.Length.ToString() }", "gsi1pk = :pk")]
    [InlineData("IndexName = text,", "new AttributeValue(\"ORDERS\")", "gsi1pk = :pk")]
    [InlineData("", "new AttributeValue(\"ORDERS\")", "pk = :pk")]
    public Task Leaves_other_values_alone(string index, string value, string condition) =>
        RuleTest<IndexHashValueAnalyzer>.Reports(Source(index, value, condition));

    [Fact]
    public async Task States_the_number_and_the_remedy_as_information()
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<IndexHashValueAnalyzer>(Source("IndexName = \"gsi1\",", "new() { S = status.ToString() }")));
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Index 'gsi1' is read by 'Status' with 2 values, each of which takes at most 1,000 WCU and 3,000 RCU a second; "
            + "append a value with many texts, or a shard number, to its hash key 'gsi1pk' (a hot partition of the index throttles writes to the table)",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
