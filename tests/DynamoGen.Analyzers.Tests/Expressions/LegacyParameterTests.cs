using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class LegacyParameterTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
        void M(List<string> names, Dictionary<string, Condition> conditions)
        {
        {{statements}}
        }
        """);

    [Theory]
    [InlineData("Use(new GetItemRequest { {|DG5006:AttributesToGet|} = names });")]
    [InlineData("Use(new KeysAndAttributes { {|DG5006:AttributesToGet|} = [\"a\"] });")]
    [InlineData("Use(new QueryRequest { {|DG5006:KeyConditions|} = conditions, {|DG5006:QueryFilter|} = conditions, {|DG5006:AttributesToGet|} = names });")]
    [InlineData("Use(new ScanRequest { {|DG5006:ScanFilter|} = conditions, {|DG5006:ConditionalOperator|} = ConditionalOperator.OR });")]
    [InlineData("Use(new PutItemRequest { {|DG5006:Expected|} = new() { [\"a\"] = new ExpectedAttributeValue(false) } });")]
    [InlineData("Use(new DeleteItemRequest { {|DG5006:Expected|} = { [\"a\"] = new ExpectedAttributeValue(false) } });")]
    [InlineData("var r = new UpdateItemRequest(); r.{|DG5006:AttributeUpdates|} = new(); Use(r);")]
    [InlineData("var r = new QueryRequest(); r.{|DG5006:KeyConditions|}.Add(\"pk\", new Condition()); Use(r);")]
    [InlineData("var r = new QueryRequest(); r.{|DG5006:KeyConditions|}[\"pk\"] = new Condition(); Use(r);")]
    [InlineData("Use(client.ScanAsync(\"t\", {|DG5006:names|}));")]
    [InlineData("Use(concreteClient.ScanAsync(\"t\", {|DG5006:scanFilter: conditions|}));")]
    [InlineData("Use(client.ScanAsync(\"t\", {|DG5006:names|}, {|DG5006:conditions|}));")]
    public Task Flags_parameters_from_before_expressions(string statements) => RuleTest<LegacyParameterAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"a = :a\", ProjectionExpression = \"b\" });")]
    [InlineData("Use(new QueryRequest { KeyConditions = null, AttributesToGet = null });")]
    [InlineData("var r = new QueryRequest(); if (r.KeyConditions != null) Use(r.KeyConditions.Count);")]
    [InlineData("Use(new QueryOperationConfig { AttributesToGet = names });")]
    [InlineData("Use(client.ScanAsync(\"t\", (List<string>)null!, null!));")]
    [InlineData("Use(client.ScanAsync(new ScanRequest(\"t\")));")]
    [InlineData("Use(Scan(names));} static object Scan(List<string> attributesToGet) => attributesToGet; void N() {")]
    [InlineData("Use(new Expected { AttributesToGet = names });} class Expected { public List<string> AttributesToGet = []; } void N() {")]
    public Task Leaves_others_alone(string statements) => RuleTest<LegacyParameterAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<LegacyParameterAnalyzer>.ReportsInTestProject(Source("Use(new GetItemRequest { AttributesToGet = names });"));

    [Theory]
    [InlineData("new QueryRequest { KeyConditionExpression = \"pk = :pk\", AttributesToGet = names }", DiagnosticSeverity.Error)]
    [InlineData("new UpdateItemRequest { AttributeUpdates = new(), ConditionExpression = \"attribute_exists(pk)\" }", DiagnosticSeverity.Error)]
    [InlineData("new QueryRequest { KeyConditionExpression = null, AttributesToGet = names }", DiagnosticSeverity.Info)]
    [InlineData("new GetItemRequest { AttributesToGet = names }", DiagnosticSeverity.Info)]
    public async Task Beside_an_expression_it_is_refused_every_time(string request, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Diagnosis.Of<LegacyParameterAnalyzer>(Source($"Use({request});"))).Severity);
}
