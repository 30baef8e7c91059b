using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class NullCollectionTests
{
    private const string Mappers = """

        static class Things
        {
            public static string ToThing(this Dictionary<string, AttributeValue> item) => item["id"].S + item["name"].S;
            public static string? ToNothing(this Dictionary<string, AttributeValue> item) => null;
            public static string? ToCarefulThing(this Dictionary<string, AttributeValue>? item) => item?["id"].S;
            public static string? ToTestedThing(this Dictionary<string, AttributeValue> item)
            {
                if (item == null) return null;
                return item["id"].S;
            }
            public static string Again(this Dictionary<string, AttributeValue> item) => item.Again() + item["id"].S;
        }
        """;

    private static string Source(string statements, string members = "") => SdkSource.Of($$"""
        object? M(QueryResponse query, ScanResponse scan, GetItemResponse get, PutItemResponse put, DeleteItemResponse delete, UpdateItemResponse update)
        {
            {{statements}}
            return null;
        }
        static bool IsEmpty(object value) => value is null;
        {{members}}
        """);

    private static Task Reports(string statements) => RuleTest<NullCollectionAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("if (query.{|DG3012:LastEvaluatedKey|}.Count > 0) { }")]
    [InlineData("do { } while (scan.{|DG3012:LastEvaluatedKey|}.Any());")]
    [InlineData("if (get.{|DG3012:Item|}.Count == 0) return null; Use(get.Item[\"id\"]);")]
    [InlineData("Use(get.{|DG3012:Item|}[\"id\"].S);")]
    [InlineData("foreach (var pair in get.{|DG3012:Item|}) { }")]
    [InlineData("get.{|DG3012:Item|}.TryGetValue(\"id\", out _);")]
    [InlineData("if (put.{|DG3012:Attributes|}.Count > 0 && delete.{|DG3012:Attributes|}.ContainsKey(\"a\")) { }")]
    [InlineData("Use(client.GetItemAsync(new GetItemRequest()).Result.{|DG3012:Item|}.Keys);")]
    [InlineData("Use(new Dictionary<string, AttributeValue>(get.{|DG3012:Item|}));")]
    [InlineData("KeyValuePair<string, AttributeValue>[] pairs = [.. get.{|DG3012:Item|}];")]
    [InlineData("var old = client.PutItemAsync(new PutItemRequest { ConditionExpression = \"attribute_not_exists(pk)\" }).Result; Use(old.{|DG3012:Attributes|}[\"id\"]);")]
    [InlineData("var item = get.Item; Use({|DG3012:item|}[\"id\"]); Use(item[\"name\"]);")]
    [InlineData("var key = query.LastEvaluatedKey; if ({|DG3012:key|}.Count > 0) { }")]
    [InlineData("var key = new Dictionary<string, AttributeValue>(); key.Clear(); do { key = query.LastEvaluatedKey; } while ({|DG3012:key|}.Count > 0);")]
    [InlineData(
        "Dictionary<string, AttributeValue>? key = null; do { query = client.QueryAsync(new QueryRequest { ExclusiveStartKey = key }).Result; "
        + "key = query.LastEvaluatedKey; } while ({|DG3012:key|}.Count != 0);")]
    [InlineData(
        "QueryResponse? r = null; do { r = client.QueryAsync(new QueryRequest { ExclusiveStartKey = r?.LastEvaluatedKey }).Result; } "
        + "while (r.{|DG3012:LastEvaluatedKey|}.Count > 0);")]
    public Task Flags_uses_that_fail_on_null(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(get.{|DG3012:Item|}.ToThing());")]
    [InlineData("Use(Things.ToThing(get.{|DG3012:Item|}));")]
    [InlineData("var item = get.Item; Use({|DG3012:item|}.ToThing());")]
    [InlineData("var response = client.GetItemAsync(new GetItemRequest()).Result; var item = response.Item; Use({|DG3012:item|}.ToThing());")]
    public Task Follows_the_collection_into_a_mapper(string statements) => RuleTest<NullCollectionAnalyzer>.Reports(Source(statements) + Mappers);

    [Theory]
    [InlineData("Use(get.Item.ToNothing());")]
    [InlineData("if (get.Item is null) return null; Use(get.Item.ToThing());")]
    [InlineData("Use(get.Item.ToCarefulThing());")]
    [InlineData("Use(get.Item.ToTestedThing());")]
    [InlineData("Use(get.Item.Again());")]
    [InlineData("var item = get.Item; if (item is null) return null; Use(item.ToThing());")]
    public Task Leaves_a_mapper_alone_that_asks(string statements) => RuleTest<NullCollectionAnalyzer>.Reports(Source(statements) + Mappers);

    [Theory]
    [InlineData("if (query.LastEvaluatedKey is { Count: > 0 }) Use(query.LastEvaluatedKey.Count);")]
    [InlineData("if (query.LastEvaluatedKey?.Count > 0) Use(query.LastEvaluatedKey.Count);")]
    [InlineData("if (get.Item == null || get.Item.Count == 0) return null;")]
    [InlineData("if (get.Item is null) return null; Use(get.Item[\"id\"]);")]
    [InlineData("if (!get.IsItemSet) return null; Use(get.Item[\"id\"]);")]
    [InlineData("if (get is not { Item.Count: > 0 }) return null; Use(get.Item[\"id\"]);")]
    [InlineData("if (IsEmpty(get.Item)) return null; Use(get.Item[\"id\"]);")]
    [InlineData("var item = get.Item ?? []; Use(get.Item); Use(get.Item.Count);")]
    [InlineData("var item = get.Item; Use(item);")]
    [InlineData("if (get?.Item != null) Use(get.Item[\"id\"]);")]
    [InlineData("if (get?.Item is { Count: > 0 }) Use(get.Item[\"id\"]);")]
    [InlineData("Dictionary<string, AttributeValue>? key = null; do { key = query.LastEvaluatedKey; } while (key != null && key.Count != 0);")]
    [InlineData("Dictionary<string, AttributeValue>? key = null; do { key = query.LastEvaluatedKey; key ??= []; } while (key.Count != 0);")]
    [InlineData("Dictionary<string, AttributeValue>? key = new(); key = query.LastEvaluatedKey ?? []; Use(key.Count);")]
    [InlineData("Use(query.Items.Count); Use(update.Attributes[\"n\"]);")]
    [InlineData("get.Item = new(); ")]
    [InlineData("get.Item ??= new(); Use(get.Item.Count);")]
    [InlineData("get.Item = new(); Use(get.Item.Count);")]
    [InlineData("Use(get.Item![\"id\"]);")]
    [InlineData("var mine = new GetItemResponse { Item = new() }; mine.Item[\"id\"] = new(\"x\");")]
    [InlineData(
        "var old = client.DeleteItemAsync(new DeleteItemRequest { ConditionExpression = \"attribute_exists(pk)\" }).Result; Use(old.Attributes[\"id\"]);")]
    [InlineData("Use(new[] { get }.Where(r => r.Item != null).Select(found => found.Item[\"id\"]));")]
    [InlineData("if (IsEmpty(get)) return null; Use(get.Item[\"id\"]);")]
    [InlineData("var item = get.Item; if (item is null) return null; Use(item[\"id\"]);")]
    [InlineData("var item = get.Item; if (IsEmpty(item)) return null; Use(item[\"id\"]);")]
    [InlineData("if (get.Item is null) return null; var item = get.Item; Use(item[\"id\"]);")]
    [InlineData("var item = get.Item; item ??= new(); Use(item[\"id\"]);")]
    [InlineData("var item = get.Item!; Use(item[\"id\"]);")]
    [InlineData("var item = get.Item; Use(item![\"id\"]);")]
    [InlineData("var item = get.Item; if (item?.Count > 0) Use(item[\"id\"]);")]
    public Task Leaves_uses_that_test_for_null_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(new QueryRequest(\"orders\") { {|DG3012:ExpressionAttributeNames|} = { [\"#a\"] = \"a\" } });")]
    [InlineData("var r = new TransactWriteItemsRequest(); for (var i = 0; i < 9; i++) r.{|DG3012:TransactItems|}.Add(new()); r.TransactItems.Add(new()); client.TransactWriteItemsAsync(r);")]
    [InlineData("var r = new PutItemRequest { TableName = \"orders\" }; r.{|DG3012:Item|}[\"id\"] = new AttributeValue(\"1\"); client.PutItemAsync(r);")]
    [InlineData("QueryRequest r; r = new QueryRequest(); r.{|DG3012:ExpressionAttributeNames|}.Add(\"#a\", \"a\"); client.QueryAsync(r);")]
    public Task Flags_collections_of_a_request_that_are_filled_and_never_set(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(new QueryRequest { ExpressionAttributeValues = new() { { \":pk\", new AttributeValue(\"a\") } } });")]
    [InlineData("Use(new QueryRequest { ExpressionAttributeValues = { } });")]
    [InlineData("Use(new QueryRequest { ExpressionAttributeValues = { { \":pk\", new AttributeValue(\"a\") } } });")]
    [InlineData("Use(new PutItemRequest(\"orders\", []) { Item = { [\"id\"] = new AttributeValue(\"1\") } });")]
    [InlineData("var r = new TransactWriteItemsRequest { TransactItems = [] }; r.TransactItems.Add(new());")]
    [InlineData("var r = new TransactWriteItemsRequest(); r.TransactItems ??= []; r.TransactItems.Add(new());")]
    [InlineData("var r = new TransactWriteItemsRequest(); if (r.TransactItems == null) return null; r.TransactItems.Add(new());")]
    [InlineData("var r = new TransactWriteItemsRequest(); IsEmpty(r); r.TransactItems.Add(new());")]
    [InlineData("var r = new TransactWriteItemsRequest(); if (IsEmpty(query)) r.TransactItems = []; r.TransactItems.Add(new());")]
    [InlineData("Use(new Expression { ExpressionAttributeNames = { [\"#a\"] = \"a\" } });")]
    public Task Leaves_collections_of_a_request_alone_that_may_be_set(string statements) => Reports(statements);

    [Fact]
    public Task Leaves_a_project_alone_that_asks_for_empty_collections() =>
        RuleTest<NullCollectionAnalyzer>.Reports(Source("Use(get.Item.Count);", "static C() => Amazon.AWSConfigs.InitializeCollections = true;"));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<NullCollectionAnalyzer>.ReportsInTestProject(Source("Use(get.Item.Count);"));

    [Fact]
    public async Task Leaves_version_3_alone()
    {
        const string Old = """
            [assembly: System.Reflection.AssemblyVersion("3.3.0.0")]
            namespace Amazon.DynamoDBv2 { public interface IAmazonDynamoDB; }
            namespace Amazon.DynamoDBv2.Model { public class GetItemResponse { public System.Collections.Generic.List<int> Item; } class C { int M(GetItemResponse r) => r.Item.Count; } }
            """;
        Assert.DoesNotContain(await Diagnosis.Of([Old], References.Framework), diagnostic => diagnostic.Id == "DG3012");
    }

    [Theory]
    [InlineData("query.{|DG3012:LastEvaluatedKey|}.Count > 0", "query.LastEvaluatedKey is { Count: > 0 }")]
    [InlineData("query.{|DG3012:LastEvaluatedKey|}.Count != 0", "query.LastEvaluatedKey is { Count: > 0 }")]
    [InlineData("query.{|DG3012:LastEvaluatedKey|}.Count >= 1", "query.LastEvaluatedKey is { Count: > 0 }")]
    [InlineData("query.{|DG3012:LastEvaluatedKey|}.Any()", "query.LastEvaluatedKey is { Count: > 0 }")]
    [InlineData("get.{|DG3012:Item|}.Count == 0", "get.Item is not { Count: > 0 }")]
    [InlineData("true && get.{|DG3012:Item|}.Count < 1", "true && get.Item is not { Count: > 0 }")]
    [InlineData("!get.{|DG3012:Item|}.Any()", "get.Item is not { Count: > 0 }")]
    [InlineData("get.{|DG3012:Item|}.Any() || scan.{|DG3012:LastEvaluatedKey|}.Count > 0",
        "get.Item is { Count: > 0 } || scan.LastEvaluatedKey is { Count: > 0 }")]
    [InlineData("query.{|DG3012:LastEvaluatedKey|}.Any().Equals(true)", "(query.LastEvaluatedKey is { Count: > 0 }).Equals(true)")]
    public Task Fix_tests_for_null_and_items_at_once(string test, string fixedTest) =>
        RuleTest<NullCollectionAnalyzer>.Fixes<TestForItemsCodeFix>(Source($"if ({test}) {{ }}"), Source($"if ({fixedTest}) {{ }}"));

    /// <summary>What is missing there is the collection itself and not one of a request.</summary>
    [Theory]
    [InlineData("var key = new Dictionary<string, AttributeValue>(); do { key = query.LastEvaluatedKey; } while ({|DG3012:key|}.Any());")]
    [InlineData("var key = new Dictionary<string, AttributeValue>(); do { key = query.LastEvaluatedKey; } while ({|DG3012:key|}.Count > 0);")]
    public Task No_collection_is_assigned_in_a_variable_of_another_type(string statements) =>
        RuleTest<NullCollectionAnalyzer>.OffersNo<AssignCollectionCodeFix>(Source(statements), isLocal: false);

    [Fact]
    public Task Fix_tests_a_variable() => RuleTest<NullCollectionAnalyzer>.Fixes<TestForItemsCodeFix>(
        Source("var key = query.LastEvaluatedKey; if ({|DG3012:key|}.Count == 0) { }"),
        Source("var key = query.LastEvaluatedKey; if (key is not { Count: > 0 }) { }"),
        isLocal: false);

    [Theory]
    [InlineData("Use(get.{|DG3012:Item|}[\"id\"]);")]
    [InlineData("if (get.{|DG3012:Item|}.Count > 5) { }")]
    [InlineData("Use(get.{|DG3012:Item|}.Any(pair => pair.Key == \"id\"));")]
    public Task Fix_is_not_offered_for_other_uses(string statement) => RuleTest<NullCollectionAnalyzer>.OffersNo<TestForItemsCodeFix>(Source(statement));
}
