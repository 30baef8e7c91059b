using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class EmptySetTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
        static List<string> shared = new();
        static void Fill(List<string> tags) => tags.Add("a");
        AttributeValue M(List<string> given, Dictionary<string, AttributeValue> item)
        {
        {{statements}}
            return null!;
        }
        """);

    [Theory]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = {|DG4011:new List<string>()|} };")]
    [InlineData("item[\"tags\"] = new() { SS = {|DG4011:new()|} };")]
    [InlineData("item.Add(\"tags\", new AttributeValue { SS = {|DG4011:[]|} });")]
    [InlineData("item[\"tags\"] = new AttributeValue { NS = {|DG4011:new List<string> { }|} };")]
    [InlineData("item[\"tags\"] = new AttributeValue { NS = {|DG4011:new List<string>(4)|} };")]
    [InlineData("item[\"tags\"] = new AttributeValue { BS = {|DG4011:new List<MemoryStream>()|} };")]
    [InlineData("item[\"tags\"] = new AttributeValue({|DG4011:new List<string>()|});")]
    [InlineData("var tags = new List<string>(); item[\"tags\"] = new AttributeValue { SS = {|DG4011:tags|} };")]
    [InlineData("var value = new AttributeValue(); value.SS = {|DG4011:[]|}; item[\"tags\"] = value;")]
    [InlineData("Use(new PutItemRequest { Item = new() { [\"pk\"] = new() { S = \"a\" }, [\"tags\"] = new() { SS = {|DG4011:[]|} } } });")]
    [InlineData("Use(new UpdateItemRequest { ExpressionAttributeValues = { [\":tags\"] = new AttributeValue { SS = {|DG4011:new()|} } } });")]
    public Task Flags_sets_without_elements(string statements) => RuleTest<EmptySetAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = new List<string> { \"a\" } };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = [\"a\"] };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = [.. given] };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = given };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = shared };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = null };")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = new List<string>(given) };")]
    [InlineData("item[\"tags\"] = new AttributeValue { L = new List<AttributeValue>() };")]
    [InlineData("item[\"tags\"] = new AttributeValue { M = new() };")]
    [InlineData("var tags = new List<string>(); tags.Add(\"a\"); item[\"tags\"] = new AttributeValue { SS = tags };")]
    [InlineData("var tags = new List<string>(); foreach (var tag in given) tags.Add(tag); item[\"tags\"] = new AttributeValue { SS = tags };")]
    [InlineData("var tags = new List<string>(); tags.AddRange(given); item[\"tags\"] = new AttributeValue { SS = tags };")]
    [InlineData("var tags = new List<string>(); Fill(tags); item[\"tags\"] = new AttributeValue { SS = tags };")]
    [InlineData("var tags = new List<string>(); if (given.Count > 0) tags = given; item[\"tags\"] = new AttributeValue { SS = tags };")]
    [InlineData("var value = new AttributeValue { SS = [] }; value.SS.Add(\"a\"); item[\"tags\"] = value;")]
    [InlineData("var value = new AttributeValue { SS = [] }; value.SS.AddRange(given); item[\"tags\"] = value;")]
    [InlineData("var value = new AttributeValue { SS = [] }; value.SS = given; item[\"tags\"] = value;")]
    [InlineData("item[\"tags\"] = new AttributeValue { SS = new() }; item[\"tags\"].SS.Add(\"a\");")]
    [InlineData("return new AttributeValue { SS = [] };")]
    [InlineData("Use(new Other { SS = new() }); return null!; } class Other { public List<string> SS = []; } AttributeValue N() {")]
    public Task Leaves_others_alone(string statements) => RuleTest<EmptySetAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<EmptySetAnalyzer>.ReportsInTestProject(Source("item[\"tags\"] = new AttributeValue { SS = new List<string>() };"));
}
