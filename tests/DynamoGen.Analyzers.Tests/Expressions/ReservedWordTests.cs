using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class ReservedWordTests
{
    private static Task Reports(string members) => RuleTest<ReservedWordAnalyzer>.Reports(SdkSource.Of(members));

    [Theory]
    [InlineData("new QueryRequest { KeyConditionExpression = \"{|DG5001:Date|} = :d\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"id = :i AND ({|DG5001:status|} = :s OR {|DG5001:size|} > :n)\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"size({|DG5001:name|}) > :n\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"address.{|DG5001:region|}[0].x = :r\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"{|DG5001:year|} BETWEEN :a AND :b\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"{|DG5001:state|} IN (:a, :b) AND NOT attribute_exists({|DG5001:ttl|})\" }")]
    [InlineData("new ScanRequest { ProjectionExpression = @\"id, {|DG5001:name|}, #status\" }")]
    [InlineData("new ScanRequest(\"t\") { FilterExpression = \"\"\"{|DG5001:name|} = :n\"\"\" }")]
    [InlineData("new GetItemRequest { ProjectionExpression = \"{|DG5001:Comment|}\" }")]
    [InlineData("new PutItemRequest { ConditionExpression = \"attribute_not_exists({|DG5001:key|})\" }")]
    [InlineData("new UpdateItemRequest { UpdateExpression = \"set {|DG5001:name|} = :n, a = if_not_exists({|DG5001:counter|}, :z) + :one REMOVE {|DG5001:token|} ADD n :one DELETE {|DG5001:roles|} :r\" }")]
    [InlineData("new Update { ConditionExpression = \"{|DG5001:owner|} = :o\" }")]
    [InlineData("new DeleteItemRequest { ConditionExpression = {|DG5001:\"na\\u006de = :o\"|} }")]
    [InlineData("new DeleteItemRequest { ConditionExpression = {|DG5001:\"name\" + \" = :o\"|} }")]
    [InlineData("new Expression { ExpressionStatement = \"{|DG5001:name|} = :o\" }")]
    [InlineData("new QueryOperationConfig { KeyExpression = new Expression { ExpressionStatement = \"{|DG5001:hash|} = :o\" } }")]
    [InlineData("new KeysAndAttributes { ProjectionExpression = \"{|DG5001:name|}, name\" }")]
    public Task Flags_the_first_of_each_word(string request) => Reports($"object M() => {request};");

    [Theory]
    [InlineData("new QueryRequest { KeyConditionExpression = \"#Date = :date\" }")]
    [InlineData("new QueryRequest { KeyConditionExpression = \"names_ = :name AND begins_with(nameOf, :data)\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"contains(a, :v) AND size(b) > :n AND attribute_type(c, :t) AND NOT d IN (:x)\" }")]
    [InlineData("new UpdateItemRequest { UpdateExpression = \"SET a = :a REMOVE b ADD c :c DELETE d :d\" }")]
    [InlineData("new QueryRequest { FilterExpression = \"\" }")]
    [InlineData("new QueryRequest { FilterExpression = null }")]
    [InlineData("new QueryRequest { FilterExpression = \"name = = :v\" }")]
    [InlineData("new QueryRequest { TableName = \"name\", IndexName = \"status\" }")]
    [InlineData("new PutItemRequest { Item = new() { [\"name\"] = new(\"x\") } }")]
    [InlineData("new Other { FilterExpression = \"name = :n\" }")]
    [InlineData("new ExecuteStatementRequest { Statement = \"SELECT name FROM t\" }")]
    public Task Leaves_aliases_functions_keywords_and_other_texts_alone(string request) =>
        Reports($"object M() => {request}; class Other {{ public string FilterExpression {{ get; set; }} = \"\"; }}");

    [Fact]
    public Task Follows_constants_locals_and_read_only_fields() => Reports("""
        const string Filter = "name = :n";
        static readonly string Projection = "id, status";
        static readonly string Changed = "id, status";
        static string Mutable = "id, status";
        static C() { Changed = "id"; }
        void M(bool all)
        {
            var condition = "owner = :o";
            string later;
            later = "year = :y";
            var changed = "owner = :o";
            changed += " OR id = :i";
            Use(new QueryRequest { FilterExpression = {|DG5001:Filter|}, ProjectionExpression = {|DG5001:Projection|} });
            Use(new PutItemRequest { ConditionExpression = {|DG5001:condition|} });
            Use(new ScanRequest { FilterExpression = {|DG5001:later|}, ProjectionExpression = Changed });
            Use(new ScanRequest { FilterExpression = changed, ProjectionExpression = Mutable });
        }
        """);

    [Fact]
    public Task Flags_assignments_to_a_property() => Reports("""
        void M(QueryRequest request)
        {
            request.FilterExpression = "{|DG5001:name|} = :n";
            request.FilterExpression = $"name = {request}";
        }
        """);

    [Fact]
    public void Knows_all_573_words_in_any_letter_case()
    {
        Assert.Equal(573, ReservedWords.Count);
        Assert.True(ReservedWords.Contains("abort"));
        Assert.True(ReservedWords.Contains("ZONE"));
        Assert.False(ReservedWords.Contains("email"));
    }
}
