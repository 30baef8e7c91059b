using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.KeyDesign;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class KeyCodeFixTests
{
    [Fact]
    public async Task Nothing_is_offered_for_a_key_that_takes_no_settings()
    {
        var source = EntitySource.Of("""[Key("{Id}", "x"), {|DG2002:MultiAttributeKey|}("by-status")]""");
        await RuleTest<PartitionKeyAnalyzer>.OffersNo<SpreadOverShardsCodeFix>(source);
        await RuleTest<PartitionKeyAnalyzer>.OffersNo<JustifyFewKeysCodeFix>(source);
    }

    private const string Justified = "LowCardinalityJustification = \"Say here why few partition keys are right\"";

    [Fact]
    public Task Spreads_index_keys_over_shards() => RuleTest<PartitionKeyAnalyzer>.Fixes<SpreadOverShardsCodeFix>(
        EntitySource.Of("""
            [Key("{Id}")]
            [Key("gsi1", {|DG2002:"{Status}"|}, "{Id}")]
            [Key("gsi2", {|DG2003:"ALL"|}, "{Id}", Shards = 1)]
            [Key("gsi3", {|DG2004:"{Day}"|}, null)]
            [Key("gsi4", {|DG2007:"ALL"|}, "{At}")]
            """),
        EntitySource.Of("""
            [Key("{Id}")]
            [Key("gsi1", "{Status}", "{Id}", Shards = 10)]
            [Key("gsi2", "ALL", "{Id}", Shards = 10)]
            [Key("gsi3", "{Day}", null, Shards = 10)]
            [Key("gsi4", "ALL", "{At}", Shards = 10)]
            """));

    [Theory]
    [InlineData("DG2001", "{Status}", "{Id}")]
    [InlineData("DG2003", "ALL", "{Id}")]
    [InlineData("DG2004", "{Day}", "{Id}")]
    [InlineData("DG2007", "ALL", "{At}")]
    public Task Offers_no_shards_for_a_table_key(string rule, string template, string sortKey) =>
        RuleTest<PartitionKeyAnalyzer>.OffersNo<SpreadOverShardsCodeFix>(
            EntitySource.Of($$"""[Key({|{{rule}}:"{{template}}"|}, "{{sortKey}}")]"""));

    [Fact]
    public Task States_why_few_keys_are_right() => RuleTest<PartitionKeyAnalyzer>.Fixes<JustifyFewKeysCodeFix>(
        EntitySource.Of("""
            [Key({|DG2001:"{Status}"|}, "{Id}")]
            [Key("gsi1", {|DG2002:"{Status}"|}, "{Id}", LowCardinalityJustification = "")]
            [Key("gsi2", {|DG2003:"ALL"|}, "{Id}")]
            [Key("gsi3", {|DG2004:"{Day}"|}, null)]
            [Key("gsi4", {|DG2007:"{Status}"|}, "{At}")]
            """),
        EntitySource.Of($$"""
            [Key("{Status}", "{Id}", {{Justified}})]
            [Key("gsi1", "{Status}", "{Id}", {{Justified}})]
            [Key("gsi2", "ALL", "{Id}", {{Justified}})]
            [Key("gsi3", "{Day}", null, {{Justified}})]
            [Key("gsi4", "{Status}", "{At}", {{Justified}})]
            """));

    [Fact]
    public Task Offers_nothing_for_a_property_of_the_SDK() => RuleTest<PartitionKeyAnalyzer>.OffersNo<JustifyFewKeysCodeFix>("""
        using Amazon.DynamoDBv2.DataModel;
        public class Order { [DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; } }
        """);
}
