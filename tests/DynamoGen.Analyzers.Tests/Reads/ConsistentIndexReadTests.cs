using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class ConsistentIndexReadTests
{
    private const string Order = """
        class Order { [DynamoDBGlobalSecondaryIndexHashKey("byEmail")] public string Email { get; set; } = ""; [DynamoDBLocalSecondaryIndexRangeKey("byDate", "byName")] public string Date { get; set; } = ""; }
        """;

    private static string Source(string statements) => SdkSource.Of($"void M(string name, bool consistent) {{ {statements} }} {Order}");

    [Theory]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\", ConsistentRead = true });", DiagnosticSeverity.Error)]
    [InlineData("var r = new ScanRequest(); r.IndexName = \"byEmail\"; r.ConsistentRead = true;", DiagnosticSeverity.Error)]
    [InlineData("Use(new QueryOperationConfig { IndexName = \"unknown\", ConsistentRead = true });", DiagnosticSeverity.Warning)]
    [InlineData("Use(new QueryConfig { IndexName = \"unknown\", ConsistentRead = true });", DiagnosticSeverity.Warning)]
    [InlineData("var r = new QueryRequest { IndexName = \"byEmail\" }; if (consistent) { r.ConsistentRead = true; }", DiagnosticSeverity.Error)]
    [InlineData("var r = new QueryRequest(); if (consistent) { r.IndexName = \"byEmail\"; r.ConsistentRead = true; }", DiagnosticSeverity.Error)]
    [InlineData("var r = new QueryRequest { IndexName = \"byEmail\" }; if (consistent) { r.ConsistentRead = true; Use(r); return; }", DiagnosticSeverity.Error)]
    public async Task Flags_indexes_that_are_global_or_unknown(string statements, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Diagnosis.Of<ConsistentIndexReadAnalyzer>(Source(statements))).Severity);

    [Theory]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\", ConsistentRead = {|DG3007:true|} });", "Use(new QueryRequest { IndexName = \"byEmail\" });")]
    [InlineData("Use(new QueryRequest { ConsistentRead = {|DG3007:true|}, IndexName = \"byEmail\", });", "Use(new QueryRequest { IndexName = \"byEmail\", });")]
    [InlineData("var r = new ScanRequest(); r.IndexName = \"byEmail\"; r.ConsistentRead = {|DG3007:true|};",
        "var r = new ScanRequest(); r.IndexName = \"byEmail\";", false)]
    [InlineData("Use(new QueryRequest { ConsistentRead = {|DG3007:true|}, IndexName = \"byEmail\" });", "Use(new QueryRequest { IndexName = \"byEmail\" });")]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\", // the index\n ConsistentRead = {|DG3007:true|}\n});",
        "Use(new QueryRequest { IndexName = \"byEmail\" // the index\n});")]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\",\n ConsistentRead = {|DG3007:true|}\n});",
        "Use(new QueryRequest { IndexName = \"byEmail\"\n});")]
    public Task Leaves_the_consistent_read_out(string statements, string fixedStatements, bool isLocal = true) =>
        RuleTest<ConsistentIndexReadAnalyzer>.Fixes<LeaveConsistentReadOutCodeFix>(Source(statements), Source(fixedStatements), isLocal);

    [Theory]
    [InlineData("Use(new QueryRequest { IndexName = \"byDate\", ConsistentRead = true });")]
    [InlineData("Use(new QueryRequest { IndexName = \"byName\", ConsistentRead = true });")]
    [InlineData("Use(new QueryRequest { IndexName = \"orders-LSI-1\", ConsistentRead = true });")]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\", ConsistentRead = false });")]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\", ConsistentRead = consistent });")]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\" });")]
    [InlineData("Use(new QueryRequest { IndexName = name, ConsistentRead = true });")]
    [InlineData("Use(new QueryRequest { IndexName = null, ConsistentRead = true });")]
    [InlineData("Use(new QueryRequest { ConsistentRead = true });")]
    [InlineData("var r = new QueryRequest(); if (consistent) r.ConsistentRead = true; else r.IndexName = \"byEmail\";")]
    [InlineData("var r = new QueryRequest(); if (consistent) { r.ConsistentRead = true; Use(r); return; } r.IndexName = \"byEmail\"; Use(r);")]
    [InlineData("var r = new QueryRequest(); switch (name) { case \"email\": r.IndexName = \"byEmail\"; break; default: r.ConsistentRead = true; break; }")]
    [InlineData("var r = new QueryRequest { ConsistentRead = true }; if (name != null) { r.IndexName = \"byEmail\"; r.ConsistentRead = false; }")]
    public async Task Leaves_local_indexes_and_unknown_names_alone(string statements) =>
        Assert.Empty(await Diagnosis.Of<ConsistentIndexReadAnalyzer>(Source(statements)));

    [Theory]
    [InlineData("Use(new QueryRequest { IndexName = \"byEmail\",\n#if !DEBUG\nConsistentRead = {|DG3007:true|},\n#endif\nLimit = 1 });")]
    [InlineData("var r = new QueryRequest { IndexName = \"byEmail\" };\n#if !DEBUG\nr.ConsistentRead = {|DG3007:true|};\n#endif\nUse(r);")]
    public Task Offers_nothing_between_directives(string statements) =>
        RuleTest<ConsistentIndexReadAnalyzer>.OffersNo<LeaveConsistentReadOutCodeFix>(Source(statements), isLocal: false);
}
