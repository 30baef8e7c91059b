using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Expressions;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class AliasReservedWordsCodeFixTests
{
    private static string Source(string request) => SdkSource.Of($"object M(Dictionary<string, string> names) => {request};");

    private static Task Fixes(string request, string fixedRequest) =>
        RuleTest<ReservedWordAnalyzer>.Fixes<AliasReservedWordsCodeFix>(Source(request), Source(fixedRequest));

    [Fact]
    public Task Aliases_every_use_and_adds_the_names() => Fixes(
        "new QueryRequest { FilterExpression = \"{|DG5001:name|} = :n OR name = :m AND {|DG5001:status|} = :s\", ProjectionExpression = \"id, {|DG5001:name|}\" }",
        "new QueryRequest { FilterExpression = \"#name = :n OR #name = :m AND #status = :s\", ProjectionExpression = \"id, #name\", ExpressionAttributeNames = new Dictionary<string, string> { [\"#name\"] = \"name\", [\"#status\"] = \"status\" } }");

    [Fact]
    public Task Extends_a_dictionary_in_its_own_style() => Fixes(
        "new QueryRequest { ProjectionExpression = @\"id, {|DG5001:name|}\", ExpressionAttributeNames = new() { { \"#id\", \"id\" } } }",
        "new QueryRequest { ProjectionExpression = @\"id, #name\", ExpressionAttributeNames = new() { { \"#id\", \"id\" }, { \"#name\", \"name\" } } }");

    [Fact]
    public Task Uses_an_alias_that_is_there() => Fixes(
        "new QueryRequest { ProjectionExpression = \"{|DG5001:name|}\", FilterExpression = \"#name = :n\", ExpressionAttributeNames = new() { [\"#name\"] = \"name\" } }",
        "new QueryRequest { ProjectionExpression = \"#name\", FilterExpression = \"#name = :n\", ExpressionAttributeNames = new() { [\"#name\"] = \"name\" } }");

    [Fact]
    public Task Keeps_the_layout() => Fixes(
        """
        new UpdateItemRequest
            {
                UpdateExpression = "SET {|DG5001:name|} = :n",
                ExpressionAttributeNames = new Dictionary<string, string>
                {
                    ["#id"] = "id",
                },
            }
        """,
        """
        new UpdateItemRequest
            {
                UpdateExpression = "SET #name = :n",
                ExpressionAttributeNames = new Dictionary<string, string>
                {
                    ["#id"] = "id",
                    ["#name"] = "name",
                },
            }
        """);

    [Fact]
    public Task Leaves_comments_where_they_are() => Fixes(
        """
        new UpdateItemRequest
        {
            TableName = "t", // the table
            // Rename.
            UpdateExpression = "SET {|DG5001:name|} = :n" // the name
        }
        """,
        """
        new UpdateItemRequest
        {
            TableName = "t", // the table
            // Rename.
            UpdateExpression = "SET #name = :n", // the name
            ExpressionAttributeNames = new Dictionary<string, string> { ["#name"] = "name" }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_names_are_given_later() => RuleTest<ReservedWordAnalyzer>.OffersNo<AliasReservedWordsCodeFix>(SdkSource.Of(
        """
        void M() { var request = new QueryRequest { ProjectionExpression = "{|DG5001:name|}, #x" }; request.ExpressionAttributeNames = new() { ["#x"] = "x" }; Use(request); }
        """));

    [Fact]
    public Task Fixes_every_request_of_a_file() => Fixes(
        "new object[] { new ScanRequest { ProjectionExpression = \"{|DG5001:name|}\" }, new GetItemRequest { ProjectionExpression = \"{|DG5001:url|}\" } }",
        "new object[] { new ScanRequest { ProjectionExpression = \"#name\", ExpressionAttributeNames = new Dictionary<string, string> { [\"#name\"] = \"name\" } }, new GetItemRequest { ProjectionExpression = \"#url\", ExpressionAttributeNames = new Dictionary<string, string> { [\"#url\"] = \"url\" } } }");

    [Theory]
    [InlineData("new QueryRequest { ProjectionExpression = \"{|DG5001:name|}\", ExpressionAttributeNames = names }")]
    [InlineData("new QueryRequest { ProjectionExpression = \"{|DG5001:name|}\", ExpressionAttributeNames = new() { [\"#name\"] = \"other\" } }")]
    [InlineData("new QueryRequest { ProjectionExpression = \"{|DG5001:name|}\", ExpressionAttributeNames = new(names) { [\"#id\"] = \"id\" } }")]
    [InlineData("new QueryRequest {\n#if true\nProjectionExpression = \"{|DG5001:name|}\"\n#endif\n }")]
    [InlineData("new QueryRequest { ProjectionExpression = {|DG5001:\"na\\u006de\"|} }")]
    [InlineData("new QueryRequest { ProjectionExpression = {|DG5001:\"id, \" + \"name\"|} }")]
    public Task Is_not_offered_where_the_names_or_the_text_are_elsewhere(string request) =>
        RuleTest<ReservedWordAnalyzer>.OffersNo<AliasReservedWordsCodeFix>(Source(request));
}
