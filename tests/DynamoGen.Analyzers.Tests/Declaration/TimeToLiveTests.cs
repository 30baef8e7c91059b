using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Declaration;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class TimeToLiveTests
{
    private const string Enable =
        "void Enable() => Use(new UpdateTimeToLiveRequest { TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = \"expires\", Enabled = true } });";

    private static string Source(string statements, string enable = Enable) =>
        SdkSource.Of($"void M(DateTimeOffset at, Dictionary<string, AttributeValue> item) {{ {statements} }} {enable}");

    private static Task Reports(string statements) => RuleTest<TimeToLiveAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("item[\"expires\"] = {|DG1003:new AttributeValue { N = at.ToUnixTimeMilliseconds().ToString() }|};")]
    [InlineData("item.Add(\"expires\", {|DG1003:new() { N = $\"{at.ToUnixTimeMilliseconds()}\" }|});")]
    [InlineData("var text = at.ToUnixTimeMilliseconds().ToString(); Use(new Dictionary<string, AttributeValue> { [\"expires\"] = {|DG1003:new AttributeValue { N = text }|} });")]
    [InlineData("Use(new Dictionary<string, AttributeValue> { { \"expires\", {|DG1003:new AttributeValue(at.ToString(\"O\"))|} } });")]
    [InlineData("item[\"expires\"] = {|DG1003:new AttributeValue { N = at.UtcDateTime.AddDays(1).Ticks.ToString() }|};")]
    public Task Flags_milliseconds_and_text(string statements) => Reports(statements);

    [Theory]
    [InlineData("item[\"expires\"] = {|DG1003:new AttributeValue { N = at.ToUnixTimeMilliseconds().ToString() }|};",
        "item[\"expires\"] = new AttributeValue { N = at.ToUnixTimeSeconds().ToString() };")]
    [InlineData("item.Add(\"expires\", {|DG1003:new() { N = $\"{at.ToUnixTimeMilliseconds()}\" }|});",
        "item.Add(\"expires\", new() { N = $\"{at.ToUnixTimeSeconds()}\" });")]
    public Task Writes_seconds(string statements, string fixedStatements) =>
        RuleTest<TimeToLiveAnalyzer>.Fixes<WriteSecondsCodeFix>(Source(statements), Source(fixedStatements), isLocal: false);

    [Theory]
    [InlineData("var text = at.ToUnixTimeMilliseconds().ToString(); item[\"expires\"] = {|DG1003:new AttributeValue { N = text }|};")]
    [InlineData("item[\"expires\"] = {|DG1003:new AttributeValue { N = at.Ticks.ToString() }|};")]
    [InlineData("item[\"expires\"] = {|DG1003:new AttributeValue(at.ToString(\"O\"))|};")]
    public Task Offers_no_fix_for_text_and_for_a_local_with_other_uses(string statements) =>
        RuleTest<TimeToLiveAnalyzer>.OffersNo<WriteSecondsCodeFix>(Source(statements), isLocal: false);

    [Theory]
    [InlineData("item[\"expires\"] = new AttributeValue { N = at.ToUnixTimeSeconds().ToString() };")]
    [InlineData("item[\"created\"] = new AttributeValue { N = at.ToUnixTimeMilliseconds().ToString() };")]
    [InlineData("item[\"expires\"] = new AttributeValue { N = (at.ToUnixTimeMilliseconds() / 1000).ToString() };")]
    [InlineData("item[\"expires\"] = new AttributeValue { N = TimeSpan.FromDays(1).Ticks.ToString() };")]
    [InlineData("item[\"expires\"] = new AttributeValue { N = Seconds(at) }; string Seconds(DateTimeOffset time) => \"1\";")]
    public Task Leaves_seconds_and_other_attributes_alone(string statements) => Reports(statements);

    [Theory]
    [InlineData("item[\"ttl\"] = new AttributeValue { N = at.ToUnixTimeMilliseconds().ToString() };", DiagnosticSeverity.Warning)]
    [InlineData("item[\"TimeToLive\"] = new AttributeValue { S = at.ToString(\"O\") };", DiagnosticSeverity.Warning)]
    [InlineData("item[\"ExpiresAt\"] = new AttributeValue { S = at.ToString(\"O\") };", DiagnosticSeverity.Info)]
    [InlineData("item[\"expires\"] = new AttributeValue { N = at.Ticks.ToString() };", DiagnosticSeverity.Info)]
    [InlineData("var d = new Document(); d[\"Expires\"] = at.UtcDateTime; Use(d);", DiagnosticSeverity.Info)]
    public async Task Names_tell_where_no_specification_is_in_sight(string statements, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Diagnosis.Of<TimeToLiveAnalyzer>(Source(statements, enable: ""))).Severity);

    [Theory]
    [InlineData("item[\"ttl\"] = new AttributeValue { N = at.ToUnixTimeSeconds().ToString() };", "")]
    [InlineData("item[\"ttl\"] = new AttributeValue { S = \"1\" };", "")]
    [InlineData("item[\"created\"] = new AttributeValue { S = at.ToString(\"O\") };", "")]
    [InlineData("var d = new Document(); d[\"Created\"] = at.UtcDateTime; d[\"ttl\"] = at.ToUnixTimeSeconds(); Use(d);", "")]
    [InlineData("item[\"ttl\"] = new AttributeValue { S = at.ToString(\"O\") };", Enable)]
    public Task Leaves_other_names_and_seconds_alone(string statements, string enable) => RuleTest<TimeToLiveAnalyzer>.Reports(Source(statements, enable));

    [Fact]
    public Task Says_nothing_where_no_time_to_live_is_known() =>
        RuleTest<TimeToLiveAnalyzer>.Reports(Source("item[\"expires\"] = new AttributeValue { S = \"x\" };", enable: ""));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<TimeToLiveAnalyzer>.ReportsInTestProject(Source("item[\"expires\"] = new AttributeValue { S = \"x\" };"));
}
