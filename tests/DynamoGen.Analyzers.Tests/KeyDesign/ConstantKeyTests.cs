using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class ConstantKeyTests
{
    private static Task Reports(string keys) => RuleTest<PartitionKeyAnalyzer>.Reports(EntitySource.Of(keys));

    [Fact]
    public Task Flags_a_constant_table_key_under_which_items_vary() => Reports("""[Key({|DG2003:"ORDERS"|}, "{Id}")]""");

    [Theory]
    [InlineData("\"{Id}\"")]
    [InlineData("\"ALL\"")]
    [InlineData("null")]
    public Task Flags_a_constant_index_key(string sortKey) =>
        Reports($$"""[Key("{Id}"), Key("gsi1", {|DG2003:"ORDERS"|}, {{sortKey}})]""");

    [Fact]
    public Task Braces_that_are_escaped_are_constant_too() => Reports("""[Key({|DG2003:"{{Id}}"|}, "{Id}")]""");

    [Theory]
    [InlineData("[Key(\"SETTINGS\", \"SETTINGS\")]")]
    [InlineData("[Key(\"SETTINGS\")]")]
    [InlineData("[Key(\"SETTINGS\", \"SETTINGS\"), Key(\"gsi1\", \"ALL\", \"{Id}\")]")]
    [InlineData("[Key(\"gsi1\", \"{Status}\", \"{Id}\"), Key(\"SETTINGS\")]")]
    public Task Leaves_an_entity_of_a_single_item_alone(string keys) => Reports(keys);

    [Fact]
    public async Task Says_what_follows()
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(EntitySource.Of("""[Key("{Id}"), Key("gsi1", "ORDERS", "{Id}")]""")));
        Assert.Equal(
            "Partition key 'ORDERS' of index 'gsi1' is the same for every item, 1 distinct value, so at most 1,000 WCU and 3,000 RCU a second; "
            + "add a placeholder with many values or set Shards (a hot partition of the index throttles writes to the table)",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
