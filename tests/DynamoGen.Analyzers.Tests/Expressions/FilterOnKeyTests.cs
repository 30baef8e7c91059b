using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class FilterOnKeyTests
{
    private const string Orders = """
        [DynamoDBTable("orders")] public class Order { [DynamoDBHashKey("customer")] public string Customer { get; set; } = ""; [DynamoDBRangeKey(AttributeName = "at")] public string At { get; set; } = ""; }
        [DynamoDBTable("mixed")] public class A { [DynamoDBHashKey] public string Id { get; set; } = ""; }
        [DynamoDBTable("mixed")] public class B { [DynamoDBHashKey("pk")] public string Id { get; set; } = ""; }
        [DynamoDBTable("camel", true)] public class D { [DynamoDBHashKey] public string Id { get; set; } = ""; }
        """;

    private static Task Reports(string request) =>
        RuleTest<FilterOnKeyAnalyzer>.Reports(SdkSource.Of($"void M(string text, Dictionary<string, string> names) {{ {request} }} {Orders}"));

    [Theory]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"a = :a AND {|DG5003:pk|} <> :b\" });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"pk = :pk AND sk > :a\", FilterExpression = \"begins_with({|DG5003:sk|}, :b)\", IndexName = \"gsi\" });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"#a = :pk\", FilterExpression = \"attribute_exists({|DG5003:pk|})\", ExpressionAttributeNames = new() { [\"#a\"] = \"pk\" } });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"#a = :pk\", FilterExpression = \"attribute_exists({|DG5003:#a|})\", ExpressionAttributeNames = names });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"#a = :pk\", FilterExpression = \"attribute_exists({|DG5003:#b|})\", ExpressionAttributeNames = new() { [\"#a\"] = \"pk\", [\"#b\"] = \"pk\" } });")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; if (text != null) r.FilterExpression = \"{|DG5003:pk|} = :a\";")]
    [InlineData("client.QueryAsync(new QueryRequest(\"orders\") { KeyConditionExpression = \"customer = :c\", FilterExpression = \"{|DG5003:at|} > :a\" });")]
    public Task Flags_attributes_of_the_key(string request) => Reports(request);

    [Theory]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"sk = :a AND Pk = :b AND a.pk = :c\" });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"#a = :pk\", FilterExpression = \"#b = :a\", ExpressionAttributeNames = names });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = text, FilterExpression = \"pk = :a\" });")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"sk = :a\" }; if (text != null) r.KeyConditionExpression = \"sk = :pk\";")]
    [InlineData("Use(new ScanRequest(\"orders\") { FilterExpression = \"customer = :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"orders\") { IndexName = \"gsi\", KeyConditionExpression = \"email = :c\", FilterExpression = \"at > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"others\") { KeyConditionExpression = \"customer = :c\", FilterExpression = \"at > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"mixed\") { KeyConditionExpression = \"x = :c\", FilterExpression = \"pk > :a AND Id > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"camel\") { KeyConditionExpression = \"x = :c\", FilterExpression = \"Id > :a\" });")]
    public Task Leaves_other_attributes_and_unknown_tables_alone(string request) => Reports(request);
}
