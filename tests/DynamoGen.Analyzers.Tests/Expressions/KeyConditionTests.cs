using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class KeyConditionTests
{
    private static Task Reports(string members) => RuleTest<KeyConditionAnalyzer>.Reports(SdkSource.Of(members));

    [Theory]
    [InlineData("begins_with(pk, :p)")]
    [InlineData("pk > :p")]
    [InlineData("pk BETWEEN :a AND :b")]
    [InlineData("pk = :p OR pk = :q")]
    [InlineData("pk IN (:a, :b)")]
    [InlineData("pk = :p AND NOT sk = :s")]
    [InlineData("pk = :p AND sk <> :s")]
    [InlineData("pk = :p AND contains(sk, :s)")]
    [InlineData("pk = :p AND (sk = :a OR sk = :b)")]
    [InlineData("pk = sk")]
    public Task Flags_conditions_that_no_key_answers(string condition) =>
        Reports($"object M() => new QueryRequest {{ KeyConditionExpression = {{|DG5004:\"{condition}\"|}} }};");

    [Theory]
    [InlineData("pk = :p")]
    [InlineData("#pk = :p and begins_with(#sk, :s)")]
    [InlineData("(pk = :p) AND (sk BETWEEN :a AND :b)")]
    [InlineData(":p = pk AND sk >= :s")]
    [InlineData("a = :a AND b = :b AND c = :c AND d > :d")]
    [InlineData("")]
    [InlineData("this is no condition")]
    [InlineData("pk = :p AND")]
    public Task Leaves_others_alone(string condition) => Reports($"object M() => new QueryRequest {{ KeyConditionExpression = \"{condition}\" }};");

    [Fact]
    public Task Leaves_conditions_that_are_extended_and_filters_alone() => Reports("""
        void M(string text)
        {
            var request = new QueryRequest { KeyConditionExpression = "sk > :s", FilterExpression = "contains(a, :a)" };
            request.KeyConditionExpression += " AND pk = :p";
            Use(new QueryRequest { KeyConditionExpression = text });
            var rest = new QueryRequest { KeyConditionExpression = "begins_with(sk, :s)" };
            rest.KeyConditionExpression = "pk = :p AND " + rest.KeyConditionExpression;
        }
        """);

    [Fact]
    public Task Flags_the_key_expression_of_the_document_model() => Reports("""
        object M() => new QueryOperationConfig { KeyExpression = new Expression { ExpressionStatement = {|DG5004:"pk > :p"|} }, FilterExpression = new Expression { ExpressionStatement = "a > :a" } };
        """);
}
