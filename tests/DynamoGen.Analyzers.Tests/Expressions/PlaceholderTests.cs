using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class PlaceholderTests
{
    private static Task Reports(string members) => RuleTest<PlaceholderAnalyzer>.Reports(SdkSource.Of(members));

    private static Task ReportsInMethod(string statements) => Reports($$"""
        void M(string id, bool all, string name, Dictionary<string, AttributeValue> given, QueryRequest other)
        {
            {{statements}}
        }
        static void Change(object request) { }
        static Dictionary<string, AttributeValue> Values() => new();
        """);

    [Theory]
    [InlineData("client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = {|DG5002::pk|}\" });")]
    [InlineData("client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = {|DG5002::pk|}\", ExpressionAttributeValues = new() { [{|DG5002:\":id\"|}] = new(id) } });")]
    [InlineData("client.QueryAsync(new QueryRequest { KeyConditionExpression = \"{|DG5002:#PK|} = :pk\", ExpressionAttributeValues = new() { { \":pk\", new(id) } }, ExpressionAttributeNames = new() { { {|DG5002:\"#pk\"|}, \"pk\" } } });")]
    [InlineData("client.UpdateItemAsync(new UpdateItemRequest { UpdateExpression = \"SET a = :a\", ConditionExpression = \"b = {|DG5002::b|}\", ExpressionAttributeValues = new() { [\":a\"] = new(id) } });")]
    [InlineData("client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put { ConditionExpression = \"a = {|DG5002::a|}\" } }] });")]
    [InlineData("client.QueryAsync(new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = { [\":pk\"] = new(id), [{|DG5002:\":x\"|}] = new(id) } });")]
    public Task Flags_placeholders_in_one_initializer(string statement) => ReportsInMethod(statement);

    [Fact]
    public Task Flags_what_is_set_on_a_local_variable() => ReportsInMethod("""
        var values = new Dictionary<string, AttributeValue> { [":pk"] = new(id) };
        values.Add({|DG5002:":unused"|}, new(id));
        var request = new QueryRequest("orders");
        request.KeyConditionExpression = "pk = :pk AND {|DG5002:#sk|} = {|DG5002::sk|}";
        request.ExpressionAttributeValues = values;
        request.ExpressionAttributeValues[{|DG5002:":later"|}] = new(id);
        client.QueryAsync(request);
        """);

    [Fact]
    public Task Leaves_what_matches_alone() => ReportsInMethod("""
        const string Pk = ":pk";
        var values = new Dictionary<string, AttributeValue>();
        var request = new QueryRequest { KeyConditionExpression = "pk = " + Pk, ExpressionAttributeValues = values };
        values[Pk] = new(id);
        if (all)
        {
            request.FilterExpression = "#name = :name";
            request.ExpressionAttributeNames = new() { ["#name"] = "name" };
            request.ExpressionAttributeValues.Add(":name", new(name));
        }
        foreach (var item in values.Keys) { }
        Console.WriteLine($"{request.TableName} {values.Count}");
        client.QueryAsync(request);
        """);

    [Theory]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; Change(r);")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; var alias = r;")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = given };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = Values() };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = new(given) };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = new() { [name] = new(id) } };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = name, ExpressionAttributeValues = new() { [\":pk\"] = new(id), [\":x\"] = new(id) } };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; r.KeyConditionExpression += name; r.ExpressionAttributeValues = new() { [\":pk\"] = new(id), [\":x\"] = new(id) };")]
    [InlineData("var v = new Dictionary<string, AttributeValue>(); Change(v); var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = v };")]
    [InlineData("var v = new Dictionary<string, AttributeValue>(); v = given; var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\", ExpressionAttributeValues = v };")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = :pk\" }; foreach (var pair in given) r.ExpressionAttributeValues.Add(pair.Key, pair.Value);")]
    [InlineData("var r = new QueryRequest { KeyConditionExpression = \"pk = \" }; r.ExpressionAttributeValues = new() { [\":pk\"] = new(id) };")]
    [InlineData("other.KeyConditionExpression = \"pk = :pk\";")]
    [InlineData("var r = all ? new QueryRequest { KeyConditionExpression = \"pk = :pk\" } : other; r.ExpressionAttributeValues = given;")]
    [InlineData("var r = new QueryRequest { KeyConditions = new(), ExpressionAttributeValues = new() { [\":pk\"] = new(id) } };")]
    [InlineData("var w = new TransactWriteItem { Update = new Update { UpdateExpression = \"SET a = :a\" } }; w.Update.ExpressionAttributeValues = new() { [\":a\"] = new(id) };")]
    [InlineData("var t = new TransactWriteItemsRequest { TransactItems = [new() { Update = new() { UpdateExpression = \"SET a = :a\" } }] }; t.TransactItems[0].Update.ExpressionAttributeValues = new() { [\":a\"] = new(id) };")]
    public Task Says_nothing_where_not_everything_is_visible(string statements) => ReportsInMethod(statements);

    [Fact]
    public Task Says_nothing_of_a_request_that_leaves_the_method() => Reports("""
        QueryRequest field = new() { KeyConditionExpression = "pk = :pk" };
        QueryRequest Returned() => new() { KeyConditionExpression = "pk = :pk" };
        QueryRequest ReturnedLater() { var r = new QueryRequest { KeyConditionExpression = "pk = :pk" }; return r; }
        void Stored() => field = new() { KeyConditionExpression = "pk = :pk" };
        object Many() => new[] { "a" }.Select(x => new QueryRequest { KeyConditionExpression = "pk = :pk" });
        """);
}
