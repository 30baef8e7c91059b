using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class ExpressionSizeTests
{
    private static string In(int operands) => $"a IN ({string.Join(", ", Enumerable.Range(0, operands).Select(i => $":{i}"))})";

    private static string Source(string request, string property, string expression) =>
        SdkSource.Of($$"""object M() => new {{request}} { {{property}} = {{expression}} };""");

    private static Task Test(string request, string property, string text, bool isFlagged) =>
        RuleTest<ExpressionSizeAnalyzer>.Reports(Source(request, property, isFlagged ? $"{{|DG5007:\"{text}\"|}}" : $"\"{text}\""));

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public Task An_IN_has_100_operands(int operands, bool isFlagged) => Test("QueryRequest", "FilterExpression", In(operands), isFlagged);

    [Fact]
    public Task Several_IN_count_by_themselves() => Test("ScanRequest", "FilterExpression", $"{In(100)} OR {In(100)}", isFlagged: false);

    [Fact]
    public Task An_IN_inside_of_others_counts() => Test("Put", "ConditionExpression", $"b = :b AND (NOT {In(101)})", isFlagged: true);

    /// <summary>A comparison and the OR behind it are two operators.</summary>
    [Theory]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public Task A_condition_has_300_operators(int comparisons, bool isFlagged) =>
        Test("DeleteItemRequest", "ConditionExpression", string.Join(" OR ", Enumerable.Repeat("a=:a", comparisons)), isFlagged);

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public Task Functions_on_one_side_of_a_comparison_count(int comparisons, bool isFlagged) =>
        Test("ScanRequest", "FilterExpression", string.Join(" OR ", Enumerable.Repeat("size(a)>:a", comparisons)), isFlagged);

    [Theory]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public Task An_update_has_300_operators_and_functions(int actions, bool isFlagged) =>
        Test("UpdateItemRequest", "UpdateExpression", "SET " + string.Join(",", Enumerable.Range(0, actions).Select(i => $"a{i}=list_append(a,b)+:i")), isFlagged);

    [Fact]
    public Task Plain_assignments_of_an_update_are_no_operators() =>
        Test("UpdateItemRequest", "UpdateExpression", "SET " + string.Join(",", Enumerable.Range(0, 310).Select(i => $"a{i}=:i")), isFlagged: false);

    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    public Task An_expression_has_4096_bytes(int bytes, bool isFlagged) =>
        Test("GetItemRequest", "ProjectionExpression", new string('a', bytes), isFlagged);

    [Fact]
    public Task Bytes_are_counted_and_not_characters() => Test("GetItemRequest", "ProjectionExpression", new string('ä', 2049), isFlagged: true);

    [Fact]
    public Task Constants_and_locals_are_read() => RuleTest<ExpressionSizeAnalyzer>.Reports(SdkSource.Of($$"""
        private const string Long = "{{In(101)}}";
        void M() { var filter = "b = :b AND " + Long; var q = new QueryRequest(); q.FilterExpression = {|DG5007:filter|}; Use(q); }
        """));

    [Fact]
    public Task What_is_built_is_left_alone() => RuleTest<ExpressionSizeAnalyzer>.Reports(SdkSource.Of("""
        object M(IEnumerable<string> all) => new ScanRequest { FilterExpression = $"a IN ({string.Join(", ", all)})" };
        object N() => new Document { ["FilterExpression"] = new string('a', 5000) };
        """));

    [Fact]
    public Task Test_projects_are_left_alone() =>
        RuleTest<ExpressionSizeAnalyzer>.ReportsInTestProject(Source("QueryRequest", "FilterExpression", $"\"{In(101)}\""));
}
