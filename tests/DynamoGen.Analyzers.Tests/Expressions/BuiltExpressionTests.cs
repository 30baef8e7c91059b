using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class BuiltExpressionTests
{
    private const string Surroundings = """
        private const string Known = "status";
        private static readonly string Fixed = "status";
        private readonly string configured = Environment.MachineName;
        public enum Kind { A }
        public sealed record Search(string Status, int Least);
        public sealed class TableOptions { public string Key { get; set; } = ""; }
        """;

    private static string Source(string expression, string parameters = "string name", string access = "public", string statements = "") => SdkSource.Of($$"""
        {{Surroundings}}
        {{access}} object M({{parameters}})
        {
            {{statements}}
            return {{expression}};
        }
        """);

    [Theory]
    [InlineData("new ScanRequest { FilterExpression = $\"status = {{|DG5005:name|}}\" }")]
    [InlineData("new ScanRequest { FilterExpression = \"status = \" + {|DG5005:name|} }")]
    [InlineData("new ScanRequest { ProjectionExpression = string.Join(\", \", {|DG5005:name|}, \"id\") }")]
    [InlineData("new ScanRequest { FilterExpression = \"status = \" + {|DG5005:name.Trim()|} + \" AND a = :a\" }")]
    [InlineData("new ScanRequest { FilterExpression = string.Concat(\"status = \", {|DG5005:name|}) }")]
    [InlineData("new ScanRequest { FilterExpression = string.Format(\"status = {0}\", {|DG5005:name|}) }")]
    [InlineData("new QueryRequest { KeyConditionExpression = $\"{{|DG5005:name|}} = :v\" }")]
    [InlineData("new UpdateItemRequest { UpdateExpression = $\"SET {{|DG5005:name|}} = :v\" }")]
    [InlineData("new PutItemRequest { ConditionExpression = $\"attribute_not_exists({{|DG5005:name|}})\" }")]
    [InlineData("new GetItemRequest { ProjectionExpression = $\"id, {{|DG5005:name|}}\" }")]
    [InlineData("new ExecuteStatementRequest { Statement = $\"SELECT * FROM orders WHERE id = '{{|DG5005:name|}}'\" }")]
    [InlineData("new BatchStatementRequest { Statement = \"DELETE FROM orders WHERE id = '\" + {|DG5005:name|} + \"'\" }")]
    [InlineData("new ParameterizedStatement { Statement = $\"UPDATE orders SET {{|DG5005:name|}} = 1 WHERE id = ?\" }")]
    public Task Flags_what_callers_give(string expression) => RuleTest<BuiltExpressionAnalyzer>.Reports(Source(expression));

    [Theory]
    [InlineData("new ScanRequest { FilterExpression = $\"{Known} = :v AND {nameof(Kind)} = :w AND {Fixed} = :x\" }")]
    [InlineData("new ScanRequest { FilterExpression = $\"{configured} = :v\" }")]
    [InlineData("new ScanRequest { FilterExpression = $\"a = :{name}\" }")]
    [InlineData("new ScanRequest { FilterExpression = $\"#{name} = :p{name}\" }")]
    [InlineData("new ScanRequest { FilterExpression = \"a = :v\" + name }")]
    [InlineData("new ScanRequest { FilterExpression = $\"a = :v{name}_{name}\" }")]
    [InlineData("new ScanRequest { FilterExpression = name }")]
    [InlineData("new ScanRequest { FilterExpression = \"a = :a\" }")]
    [InlineData("new ScanRequest { FilterExpression = $\"a = :a AND {Environment.MachineName} = :m\" }")]
    [InlineData("new ScanRequest { FilterExpression = $\"a IN ({string.Join(\", \", name.Select((c, i) => $\":{i}\"))})\" }")]
    [InlineData("new ExecuteStatementRequest { Statement = $\"SELECT * FROM {name} WHERE id = ?\" }")]
    [InlineData("new ExecuteStatementRequest { Statement = $\"SELECT * FROM \\\"{name}\\\".\\\"{name}\\\" WHERE id = ?\" }")]
    [InlineData("new ExecuteStatementRequest { Statement = $\"INSERT INTO \\\"{name}\\\" VALUE {{'id': ?}}\" }")]
    [InlineData("new ScanRequest { TableName = $\"orders-{name}\" }")]
    public Task Leaves_others_alone(string expression) => RuleTest<BuiltExpressionAnalyzer>.Reports(Source(expression));

    [Theory]
    [InlineData("IReadOnlyList<string> names", "{|DG5005:names|}")]
    [InlineData("IReadOnlyList<string> names", "names.Select((n, i) => $\"#n{i}\")")]
    [InlineData("int count", "Enumerable.Range(0, count).Select(i => $\":v{i}\")")]
    public Task A_list_of_names_that_is_joined_is_data(string parameter, string names) => RuleTest<BuiltExpressionAnalyzer>.Reports(
        Source($"new GetItemRequest {{ ProjectionExpression = string.Join(\", \", {names}) }}", parameter));

    [Theory]
    [InlineData("int name")]
    [InlineData("Kind name")]
    [InlineData("Guid name")]
    public Task Leaves_numbers_and_enums_alone(string parameter) =>
        RuleTest<BuiltExpressionAnalyzer>.Reports(Source("new ScanRequest { FilterExpression = $\"a > {name}\" }", parameter));

    [Theory]
    [InlineData("string filterExpression", "filterExpression")]
    [InlineData("TableOptions options", "options.Key")]
    [InlineData("ScanRequest other", "other.FilterExpression")]
    [InlineData("Search search", "search.Least")]
    public Task Leaves_settings_and_parts_of_expressions_alone(string parameter, string hole) =>
        RuleTest<BuiltExpressionAnalyzer>.Reports(Source($"new ScanRequest {{ FilterExpression = $\"({{{hole}}}) AND a = :a\" }}", parameter));

    [Fact]
    public Task Leaves_what_is_looked_up_alone() => RuleTest<BuiltExpressionAnalyzer>.Reports(Source(
        "new ScanRequest { FilterExpression = $\"{name} = :v\" }", statements: "if (!new[] { \"a\", \"b\" }.Contains(name)) throw new ArgumentException(name);"));

    [Fact]
    public Task Members_of_parameters_and_locals_are_followed() => RuleTest<BuiltExpressionAnalyzer>.Reports(Source(
        "new ScanRequest { FilterExpression = filter }", "Search search", statements: "var filter = $\"status = {{|DG5005:search.Status|}}\";"));

    [Theory]
    [InlineData("public", DiagnosticSeverity.Warning)]
    [InlineData("private", DiagnosticSeverity.Info)]
    [InlineData("internal", DiagnosticSeverity.Info)]
    public async Task Only_what_a_public_method_takes_is_a_warning(string access, DiagnosticSeverity severity) => Assert.Equal(
        severity,
        Assert.Single(await Diagnosis.Of<BuiltExpressionAnalyzer>(Source("new ScanRequest { FilterExpression = $\"a = {name}\" }", access: access))).Severity);

    [Fact]
    public Task Parameters_of_constructors_are_settings() => RuleTest<BuiltExpressionAnalyzer>.Reports(SdkSource.Of("""
        public class Store(string key) { public object M() => new PutItemRequest { ConditionExpression = $"attribute_not_exists({key})" }; }
        """));

    [Fact]
    public async Task What_a_request_of_the_web_holds_is_a_warning_wherever_it_comes_from() => Assert.Equal(
        DiagnosticSeverity.Warning,
        Assert.Single(await Diagnosis.Of<BuiltExpressionAnalyzer>(SdkSource.Of("""
            class APIGatewayProxyRequest { public Dictionary<string, string> QueryStringParameters { get; } = []; }
            object M(APIGatewayProxyRequest web) => new ScanRequest { FilterExpression = $"a = {web.QueryStringParameters["a"]}" };
            """))).Severity);

    [Fact]
    public Task Test_projects_are_left_alone() =>
        RuleTest<BuiltExpressionAnalyzer>.ReportsInTestProject(Source("new ScanRequest { FilterExpression = $\"a = {name}\" }"));
}
