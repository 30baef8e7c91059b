using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class LowCardinalityKeyTests
{
    private static Task Reports(string keys, params string[] options) =>
        RuleTest<PartitionKeyAnalyzer>.Reports(EntitySource.Of(keys), options);

    private static async Task<Diagnostic> DiagnosticOf(string keys) =>
        Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(EntitySource.Of(keys)));

    [Theory]
    [InlineData("STATUS#{Status}")]
    [InlineData("{Status:d}")]
    [InlineData("PAID#{Paid}")]
    [InlineData("{Paid}#{Status}#{Channels}")]
    [InlineData("{Positional}")]
    [InlineData("{@Paid}")]
    [InlineData("{Inherited}")]
    [InlineData("PHASE#{Phase}")]
    public Task Flags_a_table_key_of_booleans_and_enumerations(string template) =>
        Reports($$"""[Key({|DG2001:"{{template}}"|}, "{Id}")]""");

    [Theory]
    [InlineData("STATUS#{Status}")]
    [InlineData("{Paid}#{Status}")]
    public Task Flags_an_index_key_of_booleans_and_enumerations(string template) =>
        Reports($$"""[Key("{Id}"), Key("gsi1", {|DG2002:"{{template}}"|}, "{Id}")]""");

    [Theory]
    [InlineData("CUSTOMER#{Id}")]
    [InlineData("{Status}#{Number}")]
    [InlineData("{Status}#{Guid}")]
    [InlineData("{Empty}")]
    [InlineData("{At}")]
    [InlineData("{AtOffset}#{Status}")]
    [InlineData("{Country}")]
    [InlineData("{Undeclared}#{Status}")]
    [InlineData("{Vast}#{Vaster}")]
    [InlineData("{Floor}")]
    public Task Leaves_a_key_with_many_values_alone(string template) =>
        Reports($$"""[Key("{{template}}", "{Id}"), Key("gsi1", "{{template}}", "{Id}")]""");

    [Fact]
    public Task Flags_an_index_key_of_several_attributes_with_few_values() => Reports("""
        [Key("{Id}", "x")]
        [{|DG2002:MultiAttributeKey|}("by-status")]
        [{|DG2004:MultiAttributeKey|}("by-day")]
        [MultiAttributeKey("by-customer"), MultiAttributeKey("by-wrong"), MultiAttributeKey("gsi1"), MultiAttributeKey(null!)]
        """);

    [Fact]
    public async Task Says_what_the_attributes_of_an_index_key_are() => Assert.StartsWith(
        "Partition key 'Status, Paid' of index 'by-status' has at most 6 distinct values (Status has 3 members, Paid is true or false), so at most 6,000 WCU",
        (await DiagnosticOf("""[Key("{Id}", "x"), MultiAttributeKey("by-status")]""")).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Fact]
    public Task Flags_the_key_of_the_table_and_not_once_more_that_of_its_local_index() =>
        Reports("""[Key({|DG2001:"{Status}"|}, "{Id}"), Key("lsi1", "{Status}", "{Number}")]""");

    [Theory]
    [InlineData("{Unknown}#{Status}")]
    [InlineData("{Status")]
    [InlineData("")]
    public Task Leaves_templates_that_are_wrong_to_the_generator(string template) => Reports($$"""[Key("{{template}}", "{Id}")]""");

    [Fact]
    public Task Underlines_the_template_wherever_its_argument_stands() => Reports("""
        [Key("{Id}", "x")]
        [Key(sortKey: "{Id}", partitionKey: {|DG2002:"{Status}"|}, index: "gsi1")]
        [Key("gsi2", sortKey: null, partitionKey: {|DG2002:"{Paid}" + "#"|})]
        """);

    [Theory]
    [InlineData("\"{Status}\", \"{Id}\", LowCardinalityJustification = \"three queues, ten writes a day\"")]
    [InlineData("\"gsi1\", \"{Status}\", \"{Id}\", LowCardinalityJustification = \"few open orders\"")]
    [InlineData("\"gsi1\", \"{Status}\", \"{Id}\", Shards = 2")]
    [InlineData("\"gsi1\", \"CONSTANT\", \"{Id}\", Shards = 10")]
    [InlineData("\"gsi1\", \"{Day}\", \"{Id}\", Shards = 10")]
    [InlineData("\"{Status}\", \"{Id}\", Shards = 2")]
    [InlineData("\"CONSTANT\", \"{Id}\", Shards = 10")]
    [InlineData("\"{Day}\", \"{Id}\", Shards = 10")]
    public Task Leaves_a_key_that_is_spread_or_justified_alone(string arguments) => Reports($"[Key({arguments})]");

    [Theory]
    [InlineData("Shards = 1")]
    [InlineData("Shards = 0")]
    [InlineData("LowCardinalityJustification = \"\"")]
    [InlineData("LowCardinalityJustification = null")]
    public Task Flags_a_key_with_one_shard_or_without_a_reason(string setting) =>
        Reports($$"""[Key("{Id}"), Key("gsi1", {|DG2002:"{Status}"|}, "{Id}", {{setting}})]""");

    [Theory]
    [InlineData("3", false)]
    [InlineData("4", true)]
    [InlineData("many", true)]
    [InlineData("-1", true)]
    public Task Few_values_are_fewer_than_the_threshold(string threshold, bool reported)
    {
        var template = reported ? "{|DG2001:\"{Status}\"|}" : "\"{Status}\"";
        return Reports($$"""[Key({{template}}, "{Id}")]""", $"dynamogen.low_cardinality_threshold = {threshold}");
    }

    [Theory]
    [InlineData("{Paid}", "2 distinct values (Paid is true or false)", "2,000 WCU and 6,000 RCU")]
    [InlineData("{Status}", "3 distinct values (Status has 3 members)", "3,000 WCU and 9,000 RCU")]
    [InlineData("{Opens:HH}", "24 distinct values (Opens has 24 values as HH)", "24,000 WCU and 72,000 RCU")]
    [InlineData("{Number:D1}", "19 distinct values (Number has 19 values as D1)", "19,000 WCU and 57,000 RCU")]
    [InlineData("{Channels}", "8 distinct values (Channels has 3 flags)", "8,000 WCU and 24,000 RCU")]
    [InlineData("{Paid}#{Status}#{Channels}",
        "48 distinct values (Paid is true or false, Status has 3 members, Channels has 3 flags)", "48,000 WCU and 144,000 RCU")]
    [InlineData("{Approved}", "2 distinct values (Approved is true or false)", "2,000 WCU and 6,000 RCU")]
    [InlineData("{Region}", "12 distinct values (Region has 12 declared values)", "12,000 WCU and 36,000 RCU")]
    [InlineData("{Region}#{Paid}", "24 distinct values (Region has 12 declared values, Paid is true or false)", "24,000 WCU and 72,000 RCU")]
    public async Task Estimates_the_number_of_keys_and_says_what_follows(string template, string keys, string together)
    {
        var diagnostic = await DiagnosticOf($$"""[Key("{{template}}", "{Id}")]""");
        Assert.Equal(
            $"Partition key '{template}' has at most {keys}, so at most {together} "
            + "a second together; add a placeholder with many values, such as an id",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Says_that_a_hot_index_throttles_writes_to_the_table()
    {
        var diagnostic = await DiagnosticOf("""[Key("{Id}"), Key("gsi1", "{Status}", "{Id}")]""");
        Assert.Equal(
            "Partition key '{Status}' of index 'gsi1' has at most 3 distinct values (Status has 3 members), "
            + "so at most 3,000 WCU and 9,000 RCU a second together; add a placeholder with many values or set Shards (a hot partition of the index throttles writes to the table)",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"gsi1\", \"{Stage}\", \"{Id}\"", DiagnosticSeverity.Info)]
    [InlineData("\"gsi1\", \"{Status}#{Approved}\", \"{Id}\"", DiagnosticSeverity.Info)]
    [InlineData("\"gsi1\", \"{Status}\", \"{Id}\"", DiagnosticSeverity.Warning)]
    [InlineData("\"{Approved}\", \"{Id}\"", DiagnosticSeverity.Warning)]
    public async Task A_sparse_index_is_only_information(string arguments, DiagnosticSeverity severity) =>
        Assert.Equal(severity, (await DiagnosticOf($"[Key({arguments})]")).Severity);

    [Fact]
    public Task Leaves_a_key_of_a_class_that_is_no_entity_alone() => RuleTest<PartitionKeyAnalyzer>.Reports("""
        using DynamoGen;
        [Key("{Paid}", "{Id}")]
        public sealed partial record Order { public bool Paid { get; init; } public string Id { get; init; } = ""; }
        """);
}
