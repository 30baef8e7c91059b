using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class PlaceholderReasonTests
{
    private const string Placeholder = "\"Say here why reading, and paying for, every item is right\"";

    private static Task Reports(string source) => RuleTest<PlaceholderReasonAnalyzer>.Reports($"using System; using DynamoGen; {source}");

    [Theory]
    [InlineData("class C { [AllowScan({|DG1037:" + Placeholder + "|})] void M() { } }")]
    [InlineData("[AllowScan({|DG1037:Why|})] class C { const string Why = \"say here why\"; }")]
    [InlineData("[Key(\"ALL\", \"{Id}\", LowCardinalityJustification = {|DG1037:\"Say here why few partition keys are right\"|})] class E { }")]
    public Task Flags_what_a_fix_has_written(string source) => Reports(source);

    [Theory]
    [InlineData("class C { [AllowScan(\"Nightly export of all orders\")] void M() { } }")]
    [InlineData("class C { [AllowScan(\"The table is small: say here why not\")] void M() { } }")]
    [InlineData("class C { [Obsolete(" + Placeholder + ")] void M() { } }")]
    [InlineData("class C { [AllowScan(" + Placeholder + ")] void M() { } class AllowScanAttribute(string why) : Attribute { public string Why => why; } }")]
    public Task Leaves_others_alone(string source) => Reports(source);
}
