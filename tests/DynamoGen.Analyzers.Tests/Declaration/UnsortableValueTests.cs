using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Declaration;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class UnsortableValueTests
{
    private static string Query(string condition, string value) => SdkSource.Of(
        $"void M(int number, long id, string text) => client.QueryAsync(new QueryRequest {{ KeyConditionExpression = \"pk = :pk AND {condition}\", ExpressionAttributeValues = new() {{ [\":pk\"] = new($\"A#{{id}}\"), [\":sk\"] = {value} }} }});");

    [Theory]
    [InlineData("sk > :sk", "new($\"ORDER#{number}\")", "{number:D10}")]
    [InlineData("sk BETWEEN :sk AND :z", "new AttributeValue { S = $\"ORDER#{text}#{id}\" }", "{id:D19}")]
    [InlineData("sk BETWEEN :sk AND :z", "new($\"{number}#{id}\"), [\":z\"] = new($\"{number}#\")", "{id:D19}")]
    public async Task Informs_of_numbers_in_the_bounds_of_a_range(string condition, string value, string fixedWidth)
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<UnsortableValueAnalyzer>(Query(condition, value)));
        Assert.Equal(("DG1004", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(fixedWidth, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new($\"ORDER#{|DG1004:{number}|}\")", "new($\"ORDER#{number:D10}\")")]
    [InlineData("new AttributeValue { S = @$\"ORDER#{text}#{|DG1004:{id}|}\" }", "new AttributeValue { S = @$\"ORDER#{text}#{id:D19}\" }")]
    public Task Gives_the_number_a_fixed_width(string value, string fixedValue) =>
        RuleTest<UnsortableValueAnalyzer>.Fixes<FixedWidthCodeFix>(Query("sk > :sk", value), Query("sk > :sk", fixedValue));

    [Theory]
    [InlineData("sk = :sk", "new($\"ORDER#{number}\")")]
    [InlineData("begins_with(sk, :sk)", "new($\"ORDER#{number}\")")]
    [InlineData("sk > :sk", "new($\"ORDER#{number:D10}\")")]
    [InlineData("sk > :sk", "new($\"ORDER#{number,10}\")")]
    [InlineData("sk > :sk", "new($\"ORDER#{text}\")")]
    [InlineData("sk > :sk", "new() { N = $\"{number}\" }")]
    [InlineData("sk > :sk", "new(text)")]
    [InlineData("sk > :sk", "new($\"ORDER#{DateTime.UtcNow.Year}#{text}\")")]
    [InlineData("sk > :sk", "new($\"V{int.MaxValue}#{text}\")")]
    [InlineData("sk BETWEEN :sk AND :z", "new($\"ORDER#{number}#{text}\"), [\":z\"] = new($\"ORDER#{number}#{text}~\")")]
    public async Task Leaves_others_alone(string condition, string value) => Assert.Empty(await Diagnosis.Of<UnsortableValueAnalyzer>(Query(condition, value)));
}
