using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class InstantKeyTests
{
    [Theory]
    [InlineData("[Key({|DG2005:\"{At}\"|}, \"{Id}\")]")]
    [InlineData("[Key({|DG2005:\"EVENT#{AtOffset}\"|}, \"{Id}\")]")]
    [InlineData("[Key({|DG2005:\"{At:yyyy-MM-ddTHH:mm:ss.fffZ}\"|}, \"{Id}\")]")]
    [InlineData("[Key({|DG2005:\"{At:yyyy-MM-ddTHH:mm:ssZ}\"|}, \"{Id}\")]")]
    [InlineData("[Key({|DG2005:\"{AtOffset:unixMilliseconds}\"|}, \"{Id}\")]")]
    [InlineData("[Key(\"{Id}\", \"A\")] [Key(\"gsi1\", {|DG2005:\"{At}\"|}, \"{Id}\")]")]
    public Task Flags_an_instant_alone(string keys) => RuleTest<InstantKeyAnalyzer>.Reports(EntitySource.Of(keys));

    [Theory]
    [InlineData("[Key(\"{Id}\", \"{At}\")]")]
    [InlineData("[Key(\"{Id}#{At}\", \"A\")]")]
    [InlineData("[Key(\"{At:yyyy-MM-dd}\", \"{Id}\")]")]
    [InlineData("[Key(\"{Day}\", \"{Id}\")]")]
    [InlineData("[Key(\"{Number}\", \"{Id}\")]")]
    [InlineData("[Key(\"{At}\", \"{Id}\", LowCardinalityJustification = \"imported as it is\")]")]
    [InlineData("[Key(\"{Id}\", \"A\")] [Key(\"gsi1\", \"{At}\", \"{Id}\", Shards = 4)]")]
    public Task Leaves_others_alone(string keys) => RuleTest<InstantKeyAnalyzer>.Reports(EntitySource.Of(keys));

    [Fact]
    public Task Hash_keys_of_mapped_classes_are_seen() => RuleTest<InstantKeyAnalyzer>.Reports(SdkSource.Of("""
        class A { [DynamoDBHashKey] public DateTime {|DG2005:At|} { get; set; } }
        class B { [DynamoDBHashKey] public long {|DG2005:CreatedTicks|} { get; set; } }
        class D { [DynamoDBHashKey] public string Id { get; set; } = ""; [DynamoDBRangeKey] public DateTime At { get; set; } }
        class E { [DynamoDBHashKey] public long Number { get; set; } }
        """));

    [Fact]
    public async Task It_is_not_called_hot() => Assert.DoesNotContain(
        "hot",
        Assert.Single(await Diagnosis.Of<InstantKeyAnalyzer>(EntitySource.Of("[Key(\"{At}\", \"{Id}\")]"))).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.OrdinalIgnoreCase);
}
