using System.Globalization;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class DisagreeingKeyTests
{
    private const string One = "Key = new() { [\"pk\"] = new(\"a\") }";
    private const string Two = "Key = new() { [\"pk\"] = new(\"a\"), [\"sk\"] = new(\"b\") }";
    private const string OneArgument = "new Dictionary<string, AttributeValue> { [\"pk\"] = new(\"a\") }";
    private const string Get = "await client.GetItemAsync(new GetItemRequest { TableName = \"orders\", ";
    private const string FlaggedGet = "await client.GetItemAsync({|DG5008:new GetItemRequest|} { TableName = \"orders\", ";
    private const string Delete = "await client.DeleteItemAsync(new DeleteItemRequest { TableName = \"orders\", ";
    private const string FlaggedDelete = "await client.DeleteItemAsync({|DG5008:new DeleteItemRequest|} { TableName = \"orders\", ";

    private static string Source(string statements, string members = "") => SdkSource.Of($$"""
        const string Table = "orders";
        async Task M(string name, Dictionary<string, AttributeValue> key)
            {
        {{statements}}
            }
            {{members}}
        """);

    [Theory]
    [InlineData(FlaggedGet + One + " }); " + FlaggedDelete + Two + " });")]
    [InlineData(FlaggedGet + One + " }); " + Delete + Two + " }); " + Get + Two + " });")]
    [InlineData("await client.{|DG5008:GetItemAsync|}(Table, " + OneArgument + "); " + Get + Two + " }); " + Delete + Two + " });")]
    [InlineData(Get + One + " }); " + Get + One + " }); Use(new TransactGetItem { Get = {|DG5008:new Get|} { TableName = Table, " + Two + " } });")]
    [InlineData(Get + One + " }); " + Get + One + " }); await client.{|DG5008:UpdateItemAsync|}(\"orders\", new() { [\"id\"] = new(\"a\") }, null);")]
    [InlineData(
        Get + One + " }); " + Get + One + " }); "
        + "var q = {|DG5008:new GetItemRequest|}(); q.TableName = Table; q.Key = new(); q.Key.Add(\"pk\", new(\"a\")); q.Key.Add(\"sk\", new(\"b\")); "
        + "await client.GetItemAsync(q);")]
    public Task Flags_keys_that_differ_from_the_others(string statements) => RuleTest<DisagreeingKeyAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Flags_those_that_differ_from_the_declared_key() => RuleTest<DisagreeingKeyAnalyzer>.Reports(Source(
        FlaggedGet + One + " }); " + FlaggedGet + One + " }); " + Delete + Two + " });",
        "[DynamoDBTable(\"orders\")] public class Order { [DynamoDBHashKey(\"pk\")] public int A { get; set; } "
            + "[DynamoDBRangeKey(\"sk\")] public int B { get; set; } }"));

    [Theory]
    [InlineData(Get + One + " }); " + Delete + One + " });")]
    [InlineData(Get + Two + " }); " + Delete + "Key = new() { [\"sk\"] = new(\"a\"), [\"pk\"] = new(\"b\") } });")]
    [InlineData(Get + One + " }); await client.GetItemAsync(new GetItemRequest { TableName = \"customers\", " + Two + " });")]
    [InlineData(Get + One + " }); await client.GetItemAsync(new GetItemRequest { TableName = name, " + Two + " });")]
    [InlineData(Get + One + " }); " + Delete + "Key = key });")]
    [InlineData(Get + One + " }); " + Delete + "Key = new() { [name] = new(\"a\"), [\"sk\"] = new(\"b\") } });")]
    [InlineData(Get + Two + " }); var q = new GetItemRequest { TableName = Table, " + One + " }; if (name == \"a\") q.Key.Add(\"sk\", new(\"b\")); Use(q);")]
    [InlineData(Get + Two + " }); var k = " + OneArgument + "; k.Add(\"sk\", new(\"b\")); await client.GetItemAsync(Table, k);")]
    [InlineData(Get + Two + " }); var k = " + OneArgument + "; Fill(k); await client.GetItemAsync(Table, k); void Fill(object o) { }")]
    [InlineData(Get + One + " }); Use(new PutItemRequest { TableName = Table, Item = new() { [\"pk\"] = new(\"a\"), [\"sk\"] = new(\"b\") } });")]
    public Task Leaves_others_alone(string statements) => RuleTest<DisagreeingKeyAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<DisagreeingKeyAnalyzer>.ReportsInTestProject(Source(Get + One + " }); " + Delete + Two + " });"));

    [Fact]
    public async Task Says_where_the_other_key_is()
    {
        var found = await Diagnosis.Of<DisagreeingKeyAnalyzer>(Source($"{Get}{One} }}); \n{Get}{One} }}); \n{Delete}{Two} }});"));
        var line = Assert.Single(found).AdditionalLocations[0].GetLineSpan().StartLinePosition.Line + 1;
        var message = found[0].GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith($"The key of 'orders' is pk + sk here and pk in Source0.cs:{line};", message, StringComparison.Ordinal);
    }
}
