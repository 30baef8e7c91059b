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
    [InlineData("TableName = \"orders\"", "TableName = \"orders\"")]
    [InlineData("TableName = Table", "TableName = \"constant\"")]
    [InlineData("TableName = fixedTable", "TableName = fixedTable")]
    [InlineData("TableName = fixedTable, IndexName = \"gsi\"", "TableName = fixedTable, IndexName = \"gsi\"")]
    public Task Flags_a_key_attribute_that_another_query_of_the_class_names(string there, string here) =>
        RuleTest<FilterOnKeyAnalyzer>.Reports(TwoQueries(there, "pk = :pk AND begins_with(sk, :prefix)", here, "begins_with({|DG5003:sk|}, :a) OR other = :b"));

    [Theory]
    [InlineData("TableName = fixedTable", "pk = :pk AND sk = :a", "TableName = fixedTable, IndexName = \"gsi\"")]
    [InlineData("TableName = fixedTable, IndexName = \"gsi\"", "pk = :pk AND sk = :a", "TableName = fixedTable, IndexName = \"gsi2\"")]
    [InlineData("TableName = \"orders\"", "pk = :pk AND sk = :a", "TableName = \"customers\"")]
    [InlineData("TableName = openTable", "pk = :pk AND sk = :a", "TableName = openTable")]
    [InlineData("TableName = fixedTable", "pk = :pk AND #sk = :a", "TableName = fixedTable")]
    [InlineData("TableName = fixedTable", "sk = :a", "TableName = fixedTable")]
    public Task Leaves_it_alone_where_the_other_query_reads_something_else(string there, string keys, string here) =>
        RuleTest<FilterOnKeyAnalyzer>.Reports(TwoQueries(there, keys, here, "begins_with(sk, :a)"));

    private static string TwoQueries(string there, string keys, string here, string filter) => SdkSource.Of($$"""
        private const string Table = "constant";
        private readonly string fixedTable = Environment.MachineName;
        private string openTable = "";
        void There(Dictionary<string, string> names) => client.QueryAsync(new QueryRequest { {{there}}, KeyConditionExpression = "{{keys}}", ExpressionAttributeNames = names });
        void Here() => client.QueryAsync(new QueryRequest { {{here}}, KeyConditionExpression = "pk = :pk", FilterExpression = "{{filter}}" });
        """);

    [Theory]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"sk = :a AND Pk = :b AND a.pk = :c\" });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"#a = :pk\", FilterExpression = \"#b = :a\", ExpressionAttributeNames = names });")]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = text, FilterExpression = \"pk = :a\" });")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"sk = :a\" }; if (text != null) r.KeyConditionExpression = \"sk = :pk\";")]
    [InlineData("Use(new ScanRequest(\"orders\") { FilterExpression = \"customer = :a\" });")]
    [InlineData(
        "client.QueryAsync(new QueryRequest(\"orders\") { IndexName = \"gsi\", KeyConditionExpression = \"email = :c\", FilterExpression = \"at > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"others\") { KeyConditionExpression = \"customer = :c\", FilterExpression = \"at > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"mixed\") { KeyConditionExpression = \"x = :c\", FilterExpression = \"pk > :a AND Id > :a\" });")]
    [InlineData("client.QueryAsync(new QueryRequest(\"camel\") { KeyConditionExpression = \"x = :c\", FilterExpression = \"Id > :a\" });")]
    public Task Leaves_other_attributes_and_unknown_tables_alone(string request) => Reports(request);
}
